package phoneseller.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it reaches a service: perhaps not for the first time, perhaps late.
 *
 * @param source the publisher; with {@code id} the same on every redelivery of the event
 * @param time when it happened, to the publisher's clock
 * @param partition of the topic; its records come to one instance of a service at a time
 * @param correlationId of the work that caused it, if the publisher says so in a readable way
 */
public record Delivery<E>(
    E event,
    String source,
    String id,
    Instant time,
    int partition,
    @Nullable String correlationId) {

  /** Of a publisher that names no correlation. */
  public Delivery(E event, String source, String id, Instant time, int partition) {
    this(event, source, id, time, partition, null);
  }
}
