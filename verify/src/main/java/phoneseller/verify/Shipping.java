package phoneseller.verify;

import static phoneseller.verify.Invariant.SHIPPED_ONCE;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import phoneseller.verify.Row.OrderRow;
import phoneseller.verify.Row.ShipmentRow;

/** Parcels: what the order, its shipment and the topic say. */
final class Shipping implements Rule {

  private static final Set<String> HAS_LEFT = Set.of("Shipped", "Returning", "Returned");

  @Override
  public void judge(OrderFacts facts, OrderRow order, BiConsumer<Invariant, String> broken) {
    String shipping = facts.shipping();
    if (!expected(order.status()).contains(shipping)) {
      broken.accept(
          SHIPPED_ONCE, "the order is %s, its shipment %s".formatted(order.status(), shipping));
    }
    var shipment = facts.shipment();
    if (shipment != null && !describes(shipment, order)) {
      broken.accept(
          SHIPPED_ONCE,
          "the parcel is \"%s\" for %s, the order \"%s\" of %s"
              .formatted(shipment.item(), shipment.customerId(), order.item(), order.customerId()));
    }
    var told = facts.told();
    if (told != null && told.shipped() > 1) {
      broken.accept(SHIPPED_ONCE, "the topic has it leave %d times".formatted(told.shipped()));
    }
    if (told != null && told.shipped() > 0 && !HAS_LEFT.contains(shipping)) {
      broken.accept(SHIPPED_ONCE, "the topic has it leave, its shipment is " + shipping);
    }
  }

  /** A paid order waits for the dealer in a shop that ships by hand. */
  private static List<String> expected(String status) {
    return switch (status) {
      case "Ordered" -> List.of("Ordered");
      case "Payed" -> List.of("Payed");
      case "Shipped" -> List.of("Shipped");
      case "OrderCancelled", "PayCancelled" -> List.of("Cancelled", "Returning", "Returned");
      case "PayFailed" -> List.of("Ordered", "Cancelled");
      default -> List.of();
    };
  }

  private static boolean describes(ShipmentRow shipment, OrderRow order) {
    return order.item().equals(shipment.item()) && order.customerId().equals(shipment.customerId());
  }
}
