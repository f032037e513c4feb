package phoneseller.customer.projection;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import phoneseller.customer.view.OrderStatus;

/**
 * How many orders have each status.
 *
 * @param inOrder of {@link OrderStatus}
 */
record StatusCounts(List<Long> inOrder) {

  private static final List<OrderStatus> STATUSES = List.of(OrderStatus.values());

  static final StatusCounts NONE = new StatusCounts(STATUSES.stream().map(_ -> 0L).toList());

  /** One, if it has a status yet. */
  static StatusCounts one(@Nullable OrderStatus status) {
    return status == null
        ? NONE
        : new StatusCounts(STATUSES.stream().map(each -> each == status ? 1L : 0L).toList());
  }

  StatusCounts plus(StatusCounts more) {
    return new StatusCounts(
        IntStream.range(0, inOrder.size())
            .mapToObj(i -> inOrder.get(i) + more.inOrder.get(i))
            .toList());
  }

  StatusCounts negated() {
    return new StatusCounts(inOrder.stream().map(count -> -count).toList());
  }

  long of(OrderStatus status) {
    return inOrder.get(STATUSES.indexOf(status));
  }
}
