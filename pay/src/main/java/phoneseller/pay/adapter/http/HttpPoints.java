package phoneseller.pay.adapter.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import phoneseller.pay.adapter.http.RewardClient.Reply.Answered;
import phoneseller.pay.adapter.http.RewardClient.Reply.Lost;
import phoneseller.pay.adapter.http.RewardClient.Reply.NotReached;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.Points;

/** The points at reward. While reward is away its breaker answers for it, at once. */
final class HttpPoints implements Points {

  private static final Logger log = LoggerFactory.getLogger(HttpPoints.class);
  private static final int UNAVAILABLE = 503;
  private static final int TOO_MANY = 429;

  private final RewardClient reward;
  private final CircuitBreaker breaker;

  HttpPoints(RewardClient reward, CircuitBreaker breaker) {
    this.reward = reward;
    this.breaker = breaker;
  }

  /**
   * @param point always -1, by which reward knows a reclaim; how many it is the ledger decides
   */
  record Reclaim(long orderId, int point, String process, @Nullable String customerId) {}

  record Restoration(long orderId, String process) {}

  @Override
  public Answer takeBack(Payment payment) {
    var customer = payment.customer();
    return answer(
        payment,
        new Reclaim(
            payment.order().value(),
            -1,
            "PayCancelled",
            customer == null ? null : customer.value()));
  }

  @Override
  public Answer giveBack(Payment payment) {
    return answer(payment, new Restoration(payment.order().value(), "Payed"));
  }

  private Answer answer(Payment payment, Object body) {
    if (!breaker.tryAcquirePermission()) {
      return Answer.SURELY_NOTHING;
    }
    long start = System.nanoTime();
    var reply = reward.post(body);
    long took = System.nanoTime() - start;
    return switch (reply) {
      case Answered<HttpStatusCode>(var status) when status.is2xxSuccessful() -> {
        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        log.info("points of order {}: {}", payment.order(), body.getClass().getSimpleName());
        yield Answer.DONE;
      }
      case Answered<HttpStatusCode>(var status) -> turnedDown(payment, status, took);
      case NotReached<HttpStatusCode>(var why) -> {
        failed(payment, why, took);
        yield Answer.SURELY_NOTHING;
      }
      case Lost<HttpStatusCode>(var why) -> {
        failed(payment, why, took);
        yield Answer.UNKNOWN;
      }
    };
  }

  private Answer turnedDown(Payment payment, HttpStatusCode status, long took) {
    failed(payment, status.toString(), took);
    if (status.is4xxClientError() && status.value() != TOO_MANY) {
      log.error("operator: reward refuses pay's call for order {}: {}", payment.order(), status);
    }
    return status.is4xxClientError() || status.value() == UNAVAILABLE
        ? Answer.SURELY_NOTHING
        : Answer.UNKNOWN;
  }

  private void failed(Payment payment, String why, long took) {
    breaker.onError(took, TimeUnit.NANOSECONDS, new IllegalStateException(why));
    log.warn("points of order {} wait for reward: {}", payment.order(), why);
  }
}
