package phoneseller.customer.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import phoneseller.customer.view.OrderStatus;
import phoneseller.customer.view.Step;

/**
 * Everything heard of one order, as a set: who arrived first is forgotten. What the view shows is a
 * function of it.
 */
record OrderHistory(long orderId, List<Happening> happenings) {

  /** The weightiest step that has been heard of decides the status. */
  private static final List<OrderStatus> BY_WEIGHT =
      List.of(
          OrderStatus.PAY_CANCELLED,
          OrderStatus.PAY_FAILED,
          OrderStatus.ORDER_CANCELLED,
          OrderStatus.SHIPPED,
          OrderStatus.PAYED,
          OrderStatus.ORDERED);

  /** Points are a tenth of the price, in whole points. */
  private static final long LEAST_PRICE_THAT_EARNS = 10;

  OrderHistory {
    var sorted = new ArrayList<>(happenings);
    Collections.sort(sorted);
    happenings = Collections.unmodifiableList(sorted);
  }

  static OrderHistory unheardOf(long orderId) {
    return new OrderHistory(orderId, List.of());
  }

  /** The same history when these events are in it already. */
  OrderHistory with(List<Happening> more) {
    var all = new ArrayList<>(happenings);
    for (var happening : more) {
      if (all.stream().noneMatch(happening::sameEventAs)) {
        all.add(happening);
      }
    }
    return all.size() == happenings.size() ? this : new OrderHistory(orderId, all);
  }

  OrderRow row() {
    var order = placed();
    var status = status();
    return new OrderRow(
        orderId,
        customer(),
        order.map(Happening::item).orElse(null),
        order.map(Happening::qty).orElse(null),
        order.map(Happening::price).orElse(null),
        status == null ? null : status.wire(),
        point(),
        waitingSince());
  }

  /** Null while no step that says so has been heard of. */
  @Nullable OrderStatus status() {
    for (var status : BY_WEIGHT) {
      if (first(status.step()).isPresent()) {
        return status;
      }
    }
    return null;
  }

  /** Since when the order has stood where it stands; null when nothing more has to happen. */
  @Nullable Instant waitingSince() {
    var status = status();
    boolean complete =
        switch (status) {
          case PAY_CANCELLED, PAY_FAILED -> true;
          case SHIPPED -> point() != null || earnsNothing();
          case ORDERED, PAYED, ORDER_CANCELLED -> false;
          case null -> false;
        };
    var since = status == null ? happenings.stream().findFirst() : first(status.step());
    return complete ? null : since.map(Happening::at).orElse(null);
  }

  /** By ascending entry of the ledger; an entry that was published twice counts once. */
  List<PointsEntry> points() {
    var booked = new ArrayList<>(happenings);
    booked.removeIf(h -> h.point() == null);
    booked.sort(Comparator.comparingLong(Happening::rowId));
    var ledger = new TreeMap<Long, PointsEntry>();
    String customer = customer();
    boolean reclaimed = false;
    for (var h : booked) {
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
  @Nullable String customer() {
    return placed()
        .or(() -> happenings.stream().filter(h -> h.customerId() != null).findFirst())
        .map(Happening::customerId)
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

  private boolean earnsNothing() {
    return placed()
        .map(Happening::price)
        .map(price -> price < LEAST_PRICE_THAT_EARNS)
        .orElse(placed().isPresent());
  }

  /** app's own word on what was ordered. */
  private Optional<Happening> placed() {
    return first(Step.ORDERED).or(() -> first(Step.ORDER_CANCELLED));
  }

  private Optional<Happening> first(Step step) {
    for (var happening : happenings) {
      if (happening.is(step)) {
        return Optional.of(happening);
      }
    }
    return Optional.empty();
  }
}
