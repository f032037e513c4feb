package phoneseller.app.adapter.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Knows whether pay refuses payments for the moment, so that an order need not be stored to find
 * out. It asks in the background; no order waits for it. A silent pay refuses nothing here.
 */
@Component
class PayAdmission {

  private final RestClient pay;
  private final Clock clock;
  private volatile Instant refusedUntil = Instant.MIN;

  PayAdmission(RestClient payRestClient, Clock clock) {
    this.pay = payRestClient;
    this.clock = clock;
  }

  /** For how long payments are still refused; zero when they are taken. */
  Duration refusal() {
    var until = refusedUntil;
    var now = clock.instant();
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  void refuse(Duration time) {
    refusedUntil = clock.instant().plus(time);
  }

  @Scheduled(fixedDelayString = "${pay.watch.every}")
  void look() {
    try {
      boolean accepting =
          pay.get()
              .uri("/payments/admission")
              .exchange((_, response) -> response.getStatusCode().value() != 503);
      if (accepting) {
        refusedUntil = Instant.MIN;
      } else {
        refuse(Duration.ofSeconds(3));
      }
    } catch (RestClientException e) {
      refusedUntil = Instant.MIN;
    }
  }
}
