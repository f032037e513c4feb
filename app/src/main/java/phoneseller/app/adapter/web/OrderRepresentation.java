package phoneseller.app.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderStatus;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.OrderStatus.Cancelled;
import phoneseller.app.domain.OrderStatus.Paid;
import phoneseller.app.domain.OrderStatus.PaymentCancelled;
import phoneseller.app.domain.OrderStatus.PaymentFailed;
import phoneseller.app.domain.OrderStatus.Shipped;
import phoneseller.http.Link;

/** An order as clients see it; prices in whole won, {@code point} null until it is known. */
record OrderRepresentation(
    long id,
    String customerId,
    String item,
    int qty,
    String status,
    @Nullable String store,
    @Nullable Long price,
    @Nullable Long point,
    @JsonProperty("_links") Map<String, Link> links) {

  static OrderRepresentation of(Order order) {
    var purchase = order.purchase();
    var price = purchase.price();
    var points = order.points();
    var self = Link.to("/orders/" + order.id());
    return new OrderRepresentation(
        order.id().value(),
        purchase.customer().value(),
        purchase.item(),
        purchase.quantity(),
        wire(order.status()),
        null,
        price == null ? null : price.amount(),
        points == null ? null : points.points(),
        Map.of("self", self, "order", self));
  }

  String href() {
    return links.getOrDefault("self", new Link("")).href();
  }

  static String wire(OrderStatus status) {
    return switch (status) {
      case AwaitingPayment _ -> "Ordered";
      case Paid _ -> "Payed";
      case Shipped _ -> "Shipped";
      case Cancelled _ -> "OrderCancelled";
      case PaymentCancelled _ -> "PayCancelled";
      case PaymentFailed _ -> "PayFailed";
    };
  }
}
