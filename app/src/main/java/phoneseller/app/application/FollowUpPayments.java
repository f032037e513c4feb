package phoneseller.app.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import phoneseller.app.application.FollowOrders.News;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderFact.PaymentMade;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Payments.Answer;

/**
 * Asks again for every payment that nobody has answered for, after a crash or a silence of pay,
 * until it is known. Orders whose request died before pay was asked are among them.
 */
@Service
public class FollowUpPayments {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration KEYS_KEPT = Duration.ofDays(7);
  private static final int AT_A_TIME = 50;

  private final Orders orders;
  private final IdempotencyKeys keys;
  private final AskForPayment ask;
  private final FollowOrders follow;

  FollowUpPayments(Orders orders, IdempotencyKeys keys, AskForPayment ask, FollowOrders follow) {
    this.orders = orders;
    this.keys = keys;
    this.ask = ask;
    this.follow = follow;
  }

  public void followUp(Instant now) {
    orders.takeUnpaid(now, LONGEST_PAUSE, AT_A_TIME, order -> askAgain(order, now));
    keys.forgetBefore(now.minus(KEYS_KEPT));
  }

  private void askAgain(Order order, Instant now) {
    if (ask.ask(order, now) == Answer.MADE) {
      follow.follow(List.of(new News(order.id(), new PaymentMade())), now);
    }
  }
}
