package phoneseller.app.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The orders of whose payment nothing is known yet. */
public interface UnpaidOrders {

  /**
   * Hands over the orders whose payment is still open and due to be asked for, all at the same
   * time, and waits for them. No other instance gets them until their next turn, which comes later
   * from time to time, up to the longest pause, and up to a third earlier for some than for others.
   *
   * @return how many were handed over
   */
  int take(Instant now, Duration longestPause, int most, Consumer<Order> ask);
}
