package phoneseller.verify;

import static phoneseller.verify.Invariant.PAID_ONCE;
import static phoneseller.verify.Invariant.REFUNDED;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import phoneseller.verify.OrderFacts.Booked;
import phoneseller.verify.Row.OrderRow;

/** Money: what the order, its payment and the provider's books say. */
final class Paying implements Rule {

  private static final Set<String> CANCELLED = Set.of("OrderCancelled", "PayCancelled");

  @Override
  public void judge(OrderFacts facts, OrderRow order, BiConsumer<Invariant, String> broken) {
    String process = facts.process();
    if (!expected(facts).contains(process)) {
      broken.accept(
          CANCELLED.contains(order.status()) ? REFUNDED : PAID_ONCE,
          "the order is %s, its payment %s".formatted(order.status(), process));
    }
    var payment = facts.payment();
    if (payment != null) {
      long due = process.equals("PayCancelled") ? 0 : facts.price();
      if (payment.price() != due) {
        broken.accept(
            process.equals("PayCancelled") ? REFUNDED : PAID_ONCE,
            "the payment (%s) is of %d, not %d".formatted(process, payment.price(), due));
      }
    }
    if (facts.booked() != null) {
      books(facts, facts.booked(), broken);
    }
  }

  /** How the payment can stand; a payment that is being undone may wait for long. */
  private static List<String> expected(OrderFacts facts) {
    return switch (facts.status()) {
      case "Ordered" -> List.of(OrderFacts.NONE, "Ordered", "OrderCancelled");
      case "Payed", "Shipped" -> List.of("Payed", "OrderCancelled");
      case "OrderCancelled" -> facts.refundRefused() ? List.of("Payed") : List.of("OrderCancelled");
      case "PayCancelled", "PayFailed" -> List.of(facts.status());
      default -> List.of();
    };
  }

  private static void books(OrderFacts facts, Booked booked, BiConsumer<Invariant, String> broken) {
    String process = facts.process();
    if (booked.charges() > 1) {
      broken.accept(PAID_ONCE, "the provider charged it %d times".formatted(booked.charges()));
    }
    if (booked.charges() > 0 && booked.amount() != facts.price()) {
      broken.accept(
          PAID_ONCE,
          "the provider charged %d, the price is %d".formatted(booked.amount(), facts.price()));
    }
    if (booked.charges() == 0 && process.equals("Payed") && facts.price() > 0) {
      broken.accept(PAID_ONCE, "it is paid, and the provider never charged it");
    }
    if (booked.charges() > 0 && Set.of("PayFailed", OrderFacts.NONE).contains(process)) {
      broken.accept(PAID_ONCE, "the provider charged it, its payment is " + process);
    }
    if (booked.refunds() > 0 && Set.of("Payed", "PayFailed").contains(process)) {
      broken.accept(PAID_ONCE, "the provider refunded it, its payment is " + process);
    }
    if (booked.refunds() > 1) {
      broken.accept(REFUNDED, "the provider refunded it %d times".formatted(booked.refunds()));
    }
    if (booked.charges() > 0 && booked.refunds() == 0 && process.equals("PayCancelled")) {
      broken.accept(REFUNDED, "the provider charged it and never refunded it");
    }
  }
}
