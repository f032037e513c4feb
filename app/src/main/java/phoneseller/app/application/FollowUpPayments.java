package phoneseller.app.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import phoneseller.app.application.FollowOrders.News;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderFact.PaymentMade;
import phoneseller.app.domain.Payments;
import phoneseller.app.domain.Payments.Answer;
import phoneseller.app.domain.UnpaidOrders;

/**
 * Asks again for every payment that nobody has answered for, after a crash or a silence of pay,
 * until it is known. Orders whose request died before pay was asked are among them.
 */
@Service
public class FollowUpPayments {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration KEYS_KEPT = Duration.ofDays(7);
  private static final int AT_A_TIME = 32;

  private final UnpaidOrders orders;
  private final IdempotencyKeys keys;
  private final Payments payments;
  private final AskForPayment ask;
  private final FollowOrders follow;

  FollowUpPayments(
      UnpaidOrders orders,
      IdempotencyKeys keys,
      Payments payments,
      AskForPayment ask,
      FollowOrders follow) {
    this.orders = orders;
    this.keys = keys;
    this.payments = payments;
    this.ask = ask;
    this.follow = follow;
  }

  /**
   * Asks for some of those that are due: for one alone while pay is surely away, and the others
   * keep their turn until it is back.
   *
   * @return whether there may be more
   */
  public boolean followUp(Instant now) {
    int most = payments.isReachable() ? AT_A_TIME : 1;
    int asked = orders.take(now, LONGEST_PAUSE, most, order -> askAgain(order, now));
    return asked == AT_A_TIME;
  }

  /** Whoever repeats a request after a week makes a new order. */
  public void forgetOldKeys(Instant now) {
    keys.forgetBefore(now.minus(KEYS_KEPT));
  }

  private void askAgain(Order order, Instant now) {
    if (ask.ask(order, now) == Answer.MADE) {
      follow.follow(List.of(new News(order.id(), new PaymentMade())), now);
    }
  }
}
