package phoneseller.reward.domain;

import java.time.Instant;

/**
 * One step of an order's points, as it is booked.
 *
 * @param step from 1, without gaps; no order takes the same step twice
 */
public record Entry(
    OrderId order, int step, CustomerId customer, Points points, Kind kind, Instant at) {

  /** What an entry does with points. */
  public enum Kind {
    GRANT,
    RECLAIM,
    GIVE_BACK
  }

  Entry next(Kind next, Points changed, Instant now) {
    return new Entry(order, step + 1, customer, changed, next, now);
  }
}
