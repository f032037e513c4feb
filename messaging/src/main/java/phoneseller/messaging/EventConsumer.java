package phoneseller.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.http.Correlation;

/**
 * Brings whole polls of the topic to the service's handler, one transaction for all. Only when that
 * fails for good are they brought one by one, to find the record that cannot be processed.
 */
final class EventConsumer<E> implements BatchMessageListener<String, byte[]>, ConsumerSeekAware {

  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final int ATTEMPTS_ALONE = 3;
  private static final int TOLD_AFTER = 3;
  private static final ScopedValue<Map<String, Correlation>> CAUSES = ScopedValue.newInstance();

  private final EventHandler<E> handler;
  private final EventDecoder<E> decoder;
  private final DeadLetters deadLetters;
  private final TransactionTemplate transaction;
  private final Lag lag;
  private final AtomicInteger failures = new AtomicInteger();

  EventConsumer(
      EventHandler<E> handler,
      EventDecoder<E> decoder,
      DeadLetters deadLetters,
      TransactionTemplate transaction,
      Lag lag) {
    this.handler = handler;
    this.decoder = decoder;
    this.deadLetters = deadLetters;
    this.transaction = transaction;
    this.lag = lag;
  }

  /**
   * The correlation of the delivery with this key that is being handled, or of the work at hand.
   */
  static Correlation causeOf(String key) {
    var cause = CAUSES.isBound() ? CAUSES.get().get(key) : null;
    return cause == null ? Correlation.current() : cause;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
    lag.received(records);
    try {
      List<Received<E>> batch = received(records);
      if (!batch.isEmpty()) {
        handle(batch, Position.after(records));
      }
    } catch (RuntimeException e) {
      tellThatItFails(e);
      throw e;
    }
    lag.applied(records);
    tellThatItWorks();
  }

  /** Told once, and not of a lost race, which has passed when the poll comes again. */
  private void tellThatItFails(RuntimeException cause) {
    if (failures.incrementAndGet() == TOLD_AFTER) {
      log.warn("events cannot be applied for now and come again: {}", cause.toString());
    }
  }

  private void tellThatItWorks() {
    if (failures.getAndSet(0) >= TOLD_AFTER) {
      log.info("events are applied again");
    }
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> positions, ConsumerSeekCallback callback) {
    lag.assigned(positions);
  }

  @Override
  public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
    lag.revoked(partitions == null ? List.of() : partitions);
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
