package phoneseller.pay.adapter.events;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import phoneseller.pay.application.FollowOrders;
import phoneseller.pay.application.FollowOrders.CancelledOrder;
import phoneseller.pay.domain.CustomerId;
import phoneseller.pay.domain.OrderId;

/** Of all that is told of orders, pay listens to their cancelling alone. */
@Component
class OrderNews implements EventHandler<ShopEvent> {

  private final FollowOrders follow;
  private final Clock clock;

  OrderNews(FollowOrders follow, Clock clock) {
    this.follow = follow;
    this.clock = clock;
  }

  @Override
  public Set<Class<? extends ShopEvent>> types() {
    return Set.of(OrderCancelled.class);
  }

  @Override
  public void handle(List<Delivery<ShopEvent>> deliveries) {
    var cancelled = new ArrayList<CancelledOrder>(deliveries.size());
    for (var delivery : deliveries) {
      if (delivery.event() instanceof OrderCancelled event) {
        cancelled.add(cancelled(event));
      }
    }
    follow.cancelled(cancelled, clock.instant());
  }

  static CancelledOrder cancelled(OrderCancelled event) {
    return new CancelledOrder(new OrderId(event.order()), customer(event.customerId()));
  }

  private static @Nullable CustomerId customer(@Nullable String customerId) {
    return customerId == null || customerId.isBlank() ? null : new CustomerId(customerId);
  }
}
