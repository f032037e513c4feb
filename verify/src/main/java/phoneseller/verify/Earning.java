package phoneseller.verify;

import static phoneseller.verify.Invariant.POINTS_ONCE;
import static phoneseller.verify.Invariant.REFUNDED;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.Row.EntryRow;
import phoneseller.verify.Row.OrderRow;

/**
 * Points: granted once, taken back once, given back once when the refund is refused. A reclaim that
 * overtakes its grant is an entry of 0, and so is what is given back for it.
 */
final class Earning implements Rule {

  @Override
  public void judge(OrderFacts facts, OrderRow order, BiConsumer<Invariant, String> broken) {
    var entries = facts.entries();
    if (!legal(entries, facts.earned())) {
      broken.accept(
          POINTS_ONCE, "earns %d, the ledger has %s".formatted(facts.earned(), brief(entries)));
    } else if (!due(facts)) {
      broken.accept(
          order.status().equals("PayCancelled") ? REFUNDED : POINTS_ONCE,
          "the order is %s, its payment %s, the ledger has %s"
              .formatted(order.status(), facts.process(), brief(entries)));
    }
    if (entries.stream().anyMatch(e -> !e.customerId().equals(order.customerId()))) {
      broken.accept(POINTS_ONCE, "points went to another customer than " + order.customerId());
    }
    Long shown = shown(facts);
    if (!Objects.equals(order.point(), shown)) {
      broken.accept(
          order.status().equals("PayCancelled") ? REFUNDED : POINTS_ONCE,
          "the order shows %s points, the ledger %s".formatted(order.point(), shown));
    }
    var told = facts.told();
    long given = entries.stream().filter(EntryRow::given).count();
    if (told != null && told.granted() > given) {
      broken.accept(
          POINTS_ONCE, "the topic gives points %d times of %d".formatted(told.granted(), given));
    }
  }

  private static boolean legal(List<EntryRow> entries, long earned) {
    if (entries.isEmpty()) {
      return true;
    }
    long first = entries.getFirst().point();
    boolean granted = entries.getFirst().given();
    if (first != (granted ? earned : 0) || (granted && earned == 0)) {
      return false;
    }
    for (int i = 1; i < entries.size(); i++) {
      var entry = entries.get(i);
      if (entry.given() == entries.get(i - 1).given()
          || entry.point() != (entry.given() ? first : -first)) {
        return false;
      }
    }
    return entries.size() <= (granted ? 3 : 2);
  }

  /** Whether the customer has the points, or has not, as the payment says. */
  private static boolean due(OrderFacts facts) {
    var entries = facts.entries();
    return switch (facts.status()) {
      case "Payed", "Shipped" ->
          facts.process().equals("OrderCancelled")
              || (entries.isEmpty() ? facts.earned() == 0 : entries.getLast().given());
      case "OrderCancelled" -> true;
      default -> facts.points() == 0;
    };
  }

  /** What the order should show. */
  private static @Nullable Long shown(OrderFacts facts) {
    if (facts.status().equals("PayCancelled")) {
      return 0L;
    }
    return facts.entries().isEmpty() ? null : Long.valueOf(facts.points());
  }

  private static String brief(List<EntryRow> entries) {
    return entries.stream().map(e -> "%+d %s".formatted(e.point(), e.process())).toList()
        .toString();
  }
}
