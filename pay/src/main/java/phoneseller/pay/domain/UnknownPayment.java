package phoneseller.pay.domain;

/** No payment has been asked for under this order. */
public final class UnknownPayment extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnknownPayment(long order) {
    super("There is no payment of order " + order + ".");
  }
}
