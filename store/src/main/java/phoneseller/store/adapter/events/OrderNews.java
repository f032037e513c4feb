package phoneseller.store.adapter.events;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.Ordered;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import phoneseller.store.application.FollowOrders;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.ShipmentMessage;

/** What the topic says of orders, in the store's own words. */
@Component
class OrderNews implements EventHandler<ShopEvent> {

  private static final String GUEST = "guest";

  private final FollowOrders followOrders;
  private final Clock clock;

  OrderNews(FollowOrders followOrders, Clock clock) {
    this.followOrders = followOrders;
    this.clock = clock;
  }

  @Override
  public Set<Class<? extends ShopEvent>> types() {
    return Set.of(Ordered.class, PayCompleted.class, OrderCancelled.class);
  }

  @Override
  public void handle(List<Delivery<ShopEvent>> deliveries) {
    var messages = deliveries.stream().map(Delivery::event).map(OrderNews::message).toList();
    followOrders.follow(messages, clock.instant());
  }

  private static ShipmentMessage message(ShopEvent event) {
    var order = new OrderId(event.order());
    if (event instanceof Ordered ordered) {
      return new ShipmentMessage.Ordered(order, parcel(ordered.item(), ordered.customerId()));
    }
    if (event instanceof OrderCancelled cancelled) {
      return new ShipmentMessage.Cancelled(
          order, told(cancelled.item()) ? parcel(cancelled.item(), cancelled.customerId()) : null);
    }
    if (event instanceof PayCompleted) {
      return new ShipmentMessage.Paid(order);
    }
    throw new IllegalArgumentException("not subscribed to " + event);
  }

  private static Parcel parcel(String item, @Nullable String customerId) {
    return new Parcel(item, Objects.requireNonNullElse(customerId, GUEST));
  }

  /** A cancel counts even when it does not say of what. */
  private static boolean told(@Nullable String item) {
    return item != null && !item.isBlank();
  }
}
