package phoneseller.customer.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that came or went.
 *
 * @param entryId of reward's ledger
 * @param customerId null until an event has told whose order it is
 */
record PointsEntry(
    long orderId,
    long entryId,
    @Nullable String customerId,
    Instant at,
    long point,
    String reason) {

  static final String EARNED = "earned";
  static final String TAKEN_BACK = "taken back";
  static final String GIVEN_BACK = "given back";
}
