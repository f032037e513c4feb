package phoneseller.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.http.Correlation;

/**
 * Brings whole polls of the topic to the service's handler, one transaction for all. Only when that
 * fails for good are they brought one by one, to find the record that cannot be processed.
 */
final class EventConsumer<E>
    implements BatchConsumerAwareMessageListener<String, byte[]>, ConsumerSeekAware {

  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final int ATTEMPTS_ALONE = 3;
  private static final ScopedValue<Map<String, Correlation>> CAUSES = ScopedValue.newInstance();

  private final EventHandler<E> handler;
  private final EventDecoder<E> decoder;
  private final DeadLetters deadLetters;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile @Nullable Instant waitingSince;
  private volatile long recordsBehind;

  EventConsumer(
      EventHandler<E> handler,
      EventDecoder<E> decoder,
      DeadLetters deadLetters,
      TransactionTemplate transaction,
      Clock clock) {
    this.handler = handler;
    this.decoder = decoder;
    this.deadLetters = deadLetters;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * The correlation of the delivery with this key that is being handled, or of the work at hand.
   */
  static Correlation causeOf(String key) {
    var cause = CAUSES.isBound() ? CAUSES.get().get(key) : null;
    return cause == null ? Correlation.current() : cause;
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<String, byte[]>> records, @Nullable Consumer<?, ?> consumer) {
    List<Received<E>> batch = received(records);
    if (!batch.isEmpty()) {
      waitingSince = batch.getFirst().delivery.time();
      handle(batch, Position.after(records));
    }
    recordsBehind = consumer == null ? 0 : behind(consumer);
    waitingSince = recordsBehind == 0 ? null : newest(records, batch);
  }

  private static <E> Instant newest(
      List<ConsumerRecord<String, byte[]>> records, List<Received<E>> batch) {
    return batch.isEmpty()
        ? Instant.ofEpochMilli(records.getLast().timestamp())
        : batch.getLast().delivery.time();
  }

  /**
   * What another instance takes over is no longer behind here; the rest is told by the next poll.
   */
  @Override
  public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
    recordsBehind = 0;
    waitingSince = null;
  }

  /** How far the newest applied event is behind the newest on the topic; zero when none waits. */
  Duration lag() {
    var since = waitingSince;
    var lag = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    return lag.isNegative() ? Duration.ZERO : lag;
  }

  /** Records of this instance's partitions that have not been fetched yet. */
  long recordsBehind() {
    return recordsBehind;
  }

  private List<Received<E>> received(List<ConsumerRecord<String, byte[]>> records) {
    var batch = new ArrayList<Received<E>>(records.size());
    for (var record : records) {
      if (!deadLetters.isForThisService(record)) {
        continue;
      }
      try {
        decoder.decode(record).ifPresent(delivery -> batch.add(Received.of(record, delivery)));
      } catch (RuntimeException e) {
        deadLetters.park(record, e);
      }
    }
    return batch;
  }

  private void handle(List<Received<E>> batch, List<Position> reached) {
    try {
      inOneTransaction(batch, reached);
    } catch (RuntimeException e) {
      if (PassingCause.of(e)) {
        throw e;
      }
      log.info("a batch of {} is taken one by one: {}", batch.size(), e.toString());
      batch.forEach(this::alone);
    }
  }

  private void alone(Received<E> received) {
    for (int attempt = 1; ; attempt++) {
      try {
        inOneTransaction(List.of(received), Position.after(List.of(received.record)));
        return;
      } catch (RuntimeException e) {
        if (PassingCause.of(e)) {
          throw e;
        }
        if (attempt == ATTEMPTS_ALONE) {
          deadLetters.park(received.record, e);
          return;
        }
      }
    }
  }

  private void inOneTransaction(List<Received<E>> batch, List<Position> reached) {
    var causes = new HashMap<String, Correlation>();
    batch.forEach(received -> causes.put(received.key(), received.correlation()));
    var deliveries = batch.stream().map(Received::delivery).toList();
    ScopedValue.where(CAUSES, causes)
        .run(() -> transaction.executeWithoutResult(_ -> handler.handle(deliveries, reached)));
    batch.forEach(Received::tell);
  }

  private static long behind(Consumer<?, ?> consumer) {
    return consumer.assignment().stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
  }

  private record Received<E>(
      ConsumerRecord<String, byte[]> record, Delivery<E> delivery, Correlation correlation) {

    static <E> Received<E> of(ConsumerRecord<String, byte[]> record, Delivery<E> delivery) {
      var correlation =
          Correlation.continuing(
              EventHeaders.read(record.headers(), Correlation.ID_HEADER),
              EventHeaders.read(record.headers(), Correlation.TRACE_HEADER));
      return new Received<>(record, delivery, correlation);
    }

    String key() {
      return Optional.ofNullable(record.key()).orElse("");
    }

    void tell() {
      if (log.isInfoEnabled()) {
        try (var _ = correlation.open()) {
          log.info(
              "{} of {} from {}",
              delivery.event().getClass().getSimpleName(),
              key(),
              delivery.source());
        }
      }
    }
  }
}
