package phoneseller.app.adapter.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.springframework.stereotype.Component;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderEvent;
import phoneseller.app.domain.OrderEvent.OrderPlaced;
import phoneseller.app.domain.OrderEvent.OrderWasCancelled;
import phoneseller.app.domain.OrderEvents;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.Ordered;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Outbox;

@Component
class OutboxOrderEvents implements OrderEvents {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Outbox outbox;

  OutboxOrderEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void publish(Collection<OrderEvent> events, Instant at) {
    for (var event : events) {
      outbox.append(event.order().id().toString(), wire(event, STAMP.format(at)), at);
    }
  }

  static ShopEvent wire(OrderEvent event, String timestamp) {
    Order order = event.order();
    var purchase = order.purchase();
    var price = purchase.price();
    var won = price == null ? null : price.amount();
    var customer = purchase.customer().value();
    return switch (event) {
      case OrderPlaced _ ->
          new Ordered(
              timestamp,
              order.id().value(),
              purchase.item(),
              purchase.quantity(),
              "Ordered",
              null,
              won,
              null,
              customer);
      case OrderWasCancelled _ -> {
        var points = order.points();
        yield new OrderCancelled(
            timestamp,
            order.id().value(),
            purchase.item(),
            purchase.quantity(),
            "OrderCancelled",
            null,
            won,
            points == null ? null : points.points(),
            customer);
      }
    };
  }
}
