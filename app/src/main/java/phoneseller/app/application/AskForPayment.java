package phoneseller.app.application;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import phoneseller.app.application.FollowOrders.News;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderFact.PaymentDeclined;
import phoneseller.app.domain.OrderFact.PaymentUndone;
import phoneseller.app.domain.Payments;
import phoneseller.app.domain.Payments.Answer;

/**
 * Asks pay for the payment of an order. That it was made comes as an event too, so only what ends
 * the order is stored at once.
 */
@Service
public class AskForPayment {

  private final Payments payments;
  private final FollowOrders follow;

  AskForPayment(Payments payments, FollowOrders follow) {
    this.payments = payments;
    this.follow = follow;
  }

  public Answer ask(Order order, Instant now) {
    var answer = payments.request(order);
    switch (answer) {
      case DECLINED -> follow.follow(List.of(new News(order.id(), new PaymentDeclined())), now);
      case UNDONE -> follow.follow(List.of(new News(order.id(), new PaymentUndone())), now);
      case MADE, OPEN -> {}
    }
    return answer;
  }
}
