package phoneseller.app.adapter.events;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import phoneseller.app.application.FollowOrders;
import phoneseller.app.application.FollowOrders.News;
import phoneseller.app.domain.OrderFact;
import phoneseller.app.domain.OrderFact.LeftTheStore;
import phoneseller.app.domain.OrderFact.PaymentDeclined;
import phoneseller.app.domain.OrderFact.PaymentMade;
import phoneseller.app.domain.OrderFact.PaymentUndone;
import phoneseller.app.domain.OrderFact.PointsChanged;
import phoneseller.app.domain.OrderId;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.Ordered;
import phoneseller.contracts.PayCancelled;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.PayFailed;
import phoneseller.contracts.RewardCancelled;
import phoneseller.contracts.RewardCompleted;
import phoneseller.contracts.Shipped;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;

@Component
class ShopNews implements EventHandler<ShopEvent> {

  private final FollowOrders follow;
  private final Clock clock;

  ShopNews(FollowOrders follow, Clock clock) {
    this.follow = follow;
    this.clock = clock;
  }

  @Override
  public Set<Class<? extends ShopEvent>> types() {
    return Set.of(
        PayCompleted.class,
        PayCancelled.class,
        PayFailed.class,
        Shipped.class,
        RewardCompleted.class,
        RewardCancelled.class);
  }

  @Override
  public void handle(List<Delivery<ShopEvent>> deliveries) {
    var news = deliveries.stream().flatMap(d -> news(d.event()).stream()).toList();
    follow.follow(news, clock.instant());
  }

  private static Optional<News> news(ShopEvent event) {
    return fact(event).map(fact -> new News(new OrderId(event.order()), fact));
  }

  static Optional<OrderFact> fact(ShopEvent event) {
    return switch (event) {
      case PayCompleted _ -> Optional.of(new PaymentMade());
      case PayCancelled _ -> Optional.of(new PaymentUndone());
      case PayFailed _ -> Optional.of(new PaymentDeclined());
      case Shipped _ -> Optional.of(new LeftTheStore());
      case RewardCompleted e -> Optional.of(new PointsChanged(e.point(), e.id()));
      case RewardCancelled e -> Optional.of(new PointsChanged(0, e.id()));
      case Ordered _, OrderCancelled _ -> Optional.empty();
    };
  }
}
