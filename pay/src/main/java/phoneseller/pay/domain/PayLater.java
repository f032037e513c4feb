package phoneseller.pay.domain;

import java.time.Duration;

/** New payments are refused for a moment; nothing is stored. */
public final class PayLater extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final Duration retryAfter;

  public PayLater(Duration retryAfter) {
    super("Too many points are being booked just now: please pay a little later.");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
