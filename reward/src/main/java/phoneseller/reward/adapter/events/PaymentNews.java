package phoneseller.reward.adapter.events;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import phoneseller.reward.application.GrantPoints;
import phoneseller.reward.application.GrantPoints.Payment;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.OrderId;
import phoneseller.reward.domain.Points;

/** Payments made, as the topic tells of them. */
@Component
class PaymentNews implements EventHandler<ShopEvent> {

  private final GrantPoints grantPoints;
  private final Clock clock;

  PaymentNews(GrantPoints grantPoints, Clock clock) {
    this.grantPoints = grantPoints;
    this.clock = clock;
  }

  @Override
  public Set<Class<? extends ShopEvent>> types() {
    return Set.of(PayCompleted.class);
  }

  @Override
  public void handle(List<Delivery<ShopEvent>> deliveries) {
    var payments =
        deliveries.stream()
            .map(Delivery::event)
            .map(PayCompleted.class::cast)
            .map(PaymentNews::payment)
            .toList();
    grantPoints.grant(payments, clock.instant());
  }

  private static Payment payment(PayCompleted paid) {
    return new Payment(
        new OrderId(paid.orderId()),
        CustomerId.orGuest(paid.customerId()),
        Points.earnedBy(paid.price()));
  }
}
