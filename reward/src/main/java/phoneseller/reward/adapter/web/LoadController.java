package phoneseller.reward.adapter.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.http.Problem;

/** Says how busy the ledger is, without asking its database, so that the answer stays cheap. */
@RestController
class LoadController {

  private static final long RETRY_AFTER_SECONDS = 5;

  private final MeterRegistry meters;
  private final ConcurrentMessageListenerContainer<?, ?> events;
  private final long limit;

  LoadController(
      MeterRegistry meters,
      ConcurrentMessageListenerContainer<?, ?> events,
      @Value("${reward.overload.backlog}") long limit) {
    this.meters = meters;
    this.events = events;
    this.limit = limit;
  }

  /**
   * How many events wait for the ledger, and how many requests it is answering.
   *
   * @param consuming whether events are being read; while they are not, nobody knows how many wait
   */
  record Load(long backlog, long inFlight, boolean consuming) {}

  @Operation(summary = "How busy the ledger is: 503 with Retry-After while too many events wait")
  @GetMapping(path = "/rewards/load", produces = "application/json")
  ResponseEntity<?> load() {
    long backlog =
        (long) meters.find("events.behind").gauges().stream().mapToDouble(Gauge::value).sum();
    if (backlog > limit) {
      return Problem.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          backlog + " events wait for the ledger.",
          RETRY_AFTER_SECONDS);
    }
    long inFlight =
        meters.find("http.server.requests.active").longTaskTimers().stream()
            .mapToLong(LongTaskTimer::activeTasks)
            .sum();
    return ResponseEntity.ok(new Load(backlog, inFlight, isConsuming()));
  }

  private boolean isConsuming() {
    var partitions = events.getAssignedPartitions();
    return partitions != null && !partitions.isEmpty();
  }
}
