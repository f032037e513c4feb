package phoneseller.messaging;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What an operator sees of a service's events. */
final class MessagingMetrics implements MeterBinder {

  private final OutboxDepth outbox;
  private final OutboxRelay relay;
  private final Lag lag;
  private final DeadLetters deadLetters;

  MessagingMetrics(OutboxDepth outbox, OutboxRelay relay, Lag lag, DeadLetters deadLetters) {
    this.outbox = outbox;
    this.relay = relay;
    this.lag = lag;
    this.deadLetters = deadLetters;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("outbox.depth", outbox, OutboxDepth::rows)
        .description("Events committed and not yet acknowledged by the broker")
        .register(registry);
    Gauge.builder("outbox.oldest.age", outbox, OutboxDepth::oldestAgeSeconds)
        .description("How long the oldest of them has waited")
        .baseUnit("seconds")
        .register(registry);
    FunctionCounter.builder("outbox.relayed", relay, OutboxRelay::relayed)
        .description("Events acknowledged by the broker")
        .register(registry);
    Gauge.builder("events.lag", lag, l -> l.age().toMillis() / 1000.0)
        .description("Age of the oldest event not applied, or that may wait unseen")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("events.behind", lag, Lag::records)
        .description("Records of the topic that are not applied, as far as its ends are known")
        .register(registry);
    FunctionCounter.builder("events.parked", deadLetters, DeadLetters::parked)
        .description("Records parked as dead letters")
        .register(registry);
  }
}
