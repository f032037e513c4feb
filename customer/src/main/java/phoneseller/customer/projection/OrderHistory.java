package phoneseller.customer.projection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import phoneseller.customer.view.Step;

/**
 * Everything heard of one order, as a set: who arrived first is forgotten. What the view shows is a
 * function of it.
 */
record OrderHistory(long orderId, List<Happening> happenings) {

  /** The weightiest step that has been heard of decides the status. */
  private static final List<Step> BY_WEIGHT =
      List.of(
          Step.PAY_CANCELLED,
          Step.PAY_FAILED,
          Step.ORDER_CANCELLED,
          Step.SHIPPED,
          Step.PAY_COMPLETED,
          Step.ORDERED);

  OrderHistory {
    happenings = happenings.stream().sorted().toList();
  }

  static OrderHistory unheardOf(long orderId) {
    return new OrderHistory(orderId, List.of());
  }

  /** The same history when the event is in it already. */
  OrderHistory with(Happening happening) {
    return happenings.stream().anyMatch(happening::sameEventAs)
        ? this
        : new OrderHistory(
            orderId, Stream.concat(happenings.stream(), Stream.of(happening)).toList());
  }

  OrderRow row() {
    var order = first(Step.ORDERED).or(() -> first(Step.ORDER_CANCELLED));
    return new OrderRow(
        orderId,
        customer(),
        order.map(Happening::item).orElse(null),
        order.map(Happening::qty).orElse(null),
        order.map(Happening::price).orElse(null),
        status(),
        point());
  }

  /** By ascending entry of the ledger; an entry that was published twice counts once. */
  List<PointsEntry> points() {
    var ledger = new TreeMap<Long, PointsEntry>();
    String customer = customer();
    boolean reclaimed = false;
    for (var h : happenings.stream().sorted(Comparator.comparingLong(Happening::rowId)).toList()) {
      Long point = h.point();
      if (point != null && !ledger.containsKey(h.rowId())) {
        boolean reclaim = h.is(Step.REWARD_CANCELLED);
        String given = reclaimed ? PointsEntry.GIVEN_BACK : PointsEntry.EARNED;
        String reason = reclaim ? PointsEntry.TAKEN_BACK : given;
        ledger.put(h.rowId(), new PointsEntry(orderId, h.rowId(), customer, h.at(), point, reason));
        reclaimed |= reclaim;
      }
    }
    return List.copyOf(ledger.values());
  }

  /** app knows whose order it is; until it is heard, anybody who says. */
  private @Nullable String customer() {
    return first(Step.ORDERED)
        .or(() -> first(Step.ORDER_CANCELLED))
        .or(() -> happenings.stream().filter(h -> h.customerId() != null).findFirst())
        .map(Happening::customerId)
        .orElse(null);
  }

  private @Nullable String status() {
    return BY_WEIGHT.stream()
        .filter(step -> first(step).isPresent())
        .map(step -> step == Step.PAY_COMPLETED ? "Payed" : step.event())
        .findFirst()
        .orElse(null);
  }

  /** The ledger's last word, and nothing for good once the payment is undone. */
  private @Nullable Long point() {
    if (first(Step.PAY_CANCELLED).isPresent()) {
      return 0L;
    }
    return points().stream()
        .reduce((_, later) -> later)
        .map(last -> last.reason().equals(PointsEntry.TAKEN_BACK) ? 0L : last.point())
        .orElse(null);
  }

  private Optional<Happening> first(Step step) {
    return happenings.stream().filter(h -> h.is(step)).findFirst();
  }
}
