package phoneseller.customer.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many orders stand at which step, and which of them stand there longest.
 *
 * @param orders by status
 * @param placed all that the view has heard of
 * @param complete those for which nothing more has to happen
 * @param oldestWaiting the others, ten at most, oldest first
 * @param asOf the time of the newest event in the view, if there is any
 */
record Flow(
    Map<String, Long> orders,
    long placed,
    long complete,
    List<Waiting> oldestWaiting,
    @Nullable Instant asOf) {

  /**
   * @param since when the order came to where it stands
   */
  record Waiting(long orderId, @Nullable String status, Instant since) {}
}
