package phoneseller.app.domain;

import java.time.Duration;

/** The part of the shop that takes payments; it is asked over the network. */
public interface Payments {

  /** Whether an order may be taken now. */
  sealed interface Admission {
    record Granted() implements Admission {}

    /** Payments are refused for a moment; nothing may be stored for the order. */
    record Refused(Duration retryAfter) implements Admission {}
  }

  /** What is known of a payment after asking. */
  enum Answer {
    MADE,
    DECLINED,
    UNDONE,
    /** Not known yet: no answer in time, or not for the moment. Asking again is safe. */
    OPEN
  }

  /** A granted admission is used by one {@link #request}, or given back. */
  Admission admission();

  void giveBackAdmission();

  /** Whether asking has a chance just now, as far as is known; asking tells for sure. */
  boolean isReachable();

  /** Asks for the order's payment; the same order is never charged twice. */
  Answer request(Order order);
}
