package phoneseller.app.adapter.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Longer than a look takes, so that a refusal lasts until the next look has ended it. */
  private static final Duration UNTIL_THE_NEXT_LOOK = Duration.ofSeconds(3);

  private final RestClient pay;
  private final Clock clock;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile Instant refusedUntil = Instant.MIN;

  PayAdmission(RestClient payWatchClient, Clock clock) {
    this.pay = payWatchClient;
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

  /** At a fixed rate, as tasks with a fixed delay share one thread and would wait for others. */
  @Scheduled(fixedRateString = "${pay.watch.every}")
  void look() {
    if (looking.compareAndSet(false, true)) {
      try {
        ask();
      } finally {
        looking.set(false);
      }
    }
  }

  private void ask() {
    try {
      boolean accepting =
          pay.get()
              .uri("/payments/admission")
              .exchange((_, response) -> response.getStatusCode().value() != 503);
      if (accepting) {
        refusedUntil = Instant.MIN;
      } else {
        refuse(UNTIL_THE_NEXT_LOOK);
      }
    } catch (RestClientException e) {
      refusedUntil = Instant.MIN;
    }
  }
}
