package phoneseller.app.adapter.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.Payments;

/**
 * Asks pay behind a circuit breaker. Pay's own word that it refuses payments for the moment refuses
 * orders here before anything is stored; so does a pay that fails or is too slow for half of the
 * recent calls.
 */
@Component
class HttpPayments implements Payments {

  private static final Logger log = LoggerFactory.getLogger(HttpPayments.class);

  private final RestClient pay;
  private final CircuitBreaker breaker;
  private final PayAdmission admission;
  private final PaySettings settings;

  HttpPayments(
      RestClient payRestClient,
      CircuitBreaker payBreaker,
      PayAdmission admission,
      PaySettings settings) {
    this.pay = payRestClient;
    this.breaker = payBreaker;
    this.admission = admission;
    this.settings = settings;
  }

  @Override
  public Admission admission() {
    var refusal = admission.refusal();
    if (refusal.isPositive()) {
      return new Admission.Refused(refusal);
    }
    return breaker.tryAcquirePermission()
        ? new Admission.Granted()
        : new Admission.Refused(settings.breaker().openFor());
  }

  @Override
  public void giveBackAdmission() {
    breaker.releasePermission();
  }

  @Override
  public boolean isReachable() {
    return breaker.getState() == State.CLOSED;
  }

  @Override
  public Answer request(Order order) {
    long start = System.nanoTime();
    try {
      var answer = ask(order);
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return answer;
    } catch (NotNow e) {
      breaker.releasePermission();
      admission.refuse(e.retryAfter);
      log.warn("the payment of order {} is open: pay takes none for the moment", order.id());
      return Answer.OPEN;
    } catch (RestClientException | Unanswered e) {
      breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      log.warn("the payment of order {} is open: {}", order.id(), e.getMessage());
      return Answer.OPEN;
    }
  }

  private Answer ask(Order order) {
    return pay.post()
        .uri("/payments")
        .contentType(MediaType.APPLICATION_JSON)
        .accept(MediaType.APPLICATION_JSON)
        .body(PaymentRequest.of(order))
        .exchange((_, response) -> {
          HttpStatusCode status = response.getStatusCode();
          if (status.value() == 402) {
            return Answer.DECLINED;
          }
          if (status.is2xxSuccessful()) {
            var body = response.bodyTo(PaymentResponse.class);
            return body == null ? Answer.OPEN : body.answer();
          }
          if (status.value() == 503) {
            throw new NotNow(retryAfter(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
          }
          throw new Unanswered("pay answered " + status);
        });
  }

  private static Duration retryAfter(@Nullable String header) {
    try {
      long seconds = header == null ? 1 : Long.parseLong(header.strip());
      return Duration.ofSeconds(Math.clamp(seconds, 1, 60));
    } catch (NumberFormatException e) {
      return Duration.ofSeconds(1);
    }
  }

  /** The contract's request for a payment. */
  record PaymentRequest(long orderId, long price, String process, String customerId) {
    static PaymentRequest of(Order order) {
      return new PaymentRequest(
          order.id().value(),
          order.purchase().amount().amount(),
          "Ordered",
          order.purchase().customer().value());
    }
  }

  /** What is read of pay's answer. */
  record PaymentResponse(String process) {
    Answer answer() {
      return switch (process) {
        case "Payed" -> Answer.MADE;
        case "PayCancelled" -> Answer.UNDONE;
        case "PayFailed" -> Answer.DECLINED;
        default -> Answer.OPEN;
      };
    }
  }

  /** Pay has answered, and well: its word is for the admission, and nothing for the breaker. */
  private static final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Duration retryAfter;

    NotNow(Duration retryAfter) {
      super("not now");
      this.retryAfter = retryAfter;
    }
  }

  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unanswered(String message) {
      super(message);
    }
  }
}
