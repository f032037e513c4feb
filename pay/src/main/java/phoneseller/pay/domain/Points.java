package phoneseller.pay.domain;

/** The points that payments earn; they are kept elsewhere, and asked for over the network. */
public interface Points {

  enum Answer {
    DONE,
    /** Not reached, or turned away: nothing has changed. */
    SURELY_NOTHING,
    /** The answer is lost; whether anything changed is not known, and repeating is safe. */
    UNKNOWN
  }

  /** Takes back what the payment has earned, and what it would still have earned. Once an order. */
  Answer takeBack(Payment payment);

  /** Restores exactly what was taken back. */
  Answer giveBack(Payment payment);
}
