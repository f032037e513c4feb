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
 * overtakes its grant is an entry of 0, and so is what is given back for it; the grant is booked
 * after it.
 */
final class Earning implements Rule {

  private record Step(boolean given, long points) {}

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
    var steps = entries.stream().map(entry -> new Step(entry.given(), entry.point())).toList();
    var granted = List.of(new Step(true, earned), new Step(false, -earned), new Step(true, earned));
    var overtaken = List.of(new Step(false, 0), new Step(true, 0), new Step(true, earned));
    return begins(steps, earned > 0 ? granted : List.of())
        || begins(steps, earned > 0 ? overtaken : overtaken.subList(0, 2));
  }

  private static boolean begins(List<Step> steps, List<Step> story) {
    return steps.size() <= story.size() && steps.equals(story.subList(0, steps.size()));
  }

  /** Whether the customer has the points, or has not, as the payment says. */
  private static boolean due(OrderFacts facts) {
    boolean stands = facts.process().equals("Payed") && facts.points() == facts.earned();
    return switch (facts.status()) {
      case "Payed", "Shipped" -> stands || !facts.process().equals("Payed");
      case "OrderCancelled" -> stands || !facts.refundRefused();
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
    return entries.stream()
        .map(e -> "%+d %s".formatted(e.point(), e.process()))
        .toList()
        .toString();
  }
}
