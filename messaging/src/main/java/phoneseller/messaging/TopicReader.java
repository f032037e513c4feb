package phoneseller.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * Reads the topic again from its beginning, beside the service's own consumer and without moving
 * it: each partition as far as it is told and no further. What the service would not take, this
 * does not return either; what cannot be read is counted, its dead letter exists.
 */
public final class TopicReader<E> implements AutoCloseable {

  private final Consumer<String, byte[]> consumer;
  private final EventDecoder<E> decoder;
  private final DeadLetters deadLetters;
  private final List<TopicPartition> partitions;

  /** The consumer is no one else's. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("topic-reader").factory());

  private @Nullable Future<Read<E>> ahead;

  /**
   * @param records how many, those for other services included
   * @param unreadable how many of them no decoder could read
   */
  public record Read<E>(
      List<Delivery<E>> deliveries, List<Position> reached, int records, int unreadable) {}

  private TopicReader(
      Consumer<String, byte[]> consumer,
      List<TopicPartition> partitions,
      EventDecoder<E> decoder,
      DeadLetters deadLetters) {
    this.consumer = consumer;
    this.partitions = partitions;
    this.decoder = decoder;
    this.deadLetters = deadLetters;
  }

  static <E> TopicReader<E> open(
      Consumer<String, byte[]> consumer,
      String topic,
      EventDecoder<E> decoder,
      DeadLetters deadLetters) {
    try {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new IllegalStateException("there is no topic " + topic);
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return new TopicReader<>(consumer, partitions, decoder, deadLetters);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  static Consumer<String, byte[]> consumer(KafkaProperties kafka, int batchSize) {
    return consumer(kafka, batchSize, Duration.ofSeconds(10));
  }

  /**
   * @param patience with a broker that does not answer
   */
  static Consumer<String, byte[]> consumer(
      KafkaProperties kafka, int batchSize, Duration patience) {
    Map<String, Object> config = kafka.buildConsumerProperties();
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchSize);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** The offset of the first record that the topic still has, by partition. */
  public Map<Integer, Long> beginnings() {
    return byPartition(result(thread.submit(() -> consumer.beginningOffsets(partitions))));
  }

  /** The offset of the next record that will be written, by partition. */
  public Map<Integer, Long> ends() {
    return byPartition(result(thread.submit(() -> consumer.endOffsets(partitions))));
  }

  /**
   * The next records that lie before these ends; none when there are none, or not in time. While
   * they are dealt with, those behind them are read.
   *
   * @param enough after so many no more are asked for
   * @param atMost how long to wait for one more
   */
  public Read<E> next(Map<Integer, Long> ends, int enough, Duration atMost) {
    var read = ahead == null ? null : result(ahead);
    if (read == null || read.reached.isEmpty()) {
      read = result(thread.submit(() -> read(ends, enough, atMost)));
    }
    ahead = read.reached.isEmpty() ? null : thread.submit(() -> read(ends, enough, atMost));
    return read;
  }

  private Read<E> read(Map<Integer, Long> ends, int enough, Duration atMost) {
    var before = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> before.put(partition, consumer.position(partition)));
    var taken = new Taken();
    int polled;
    do {
      polled = wanted(ends) ? poll(ends, atMost, taken) : 0;
    } while (polled > 0 && taken.records < enough);
    return taken.read(reached(taken.times, before));
  }

  /** Goes to where each partition was, to read from there once more. */
  public void goTo(Map<Integer, Long> positions) {
    ahead = null;
    result(thread.submit(Executors.callable(() -> seek(positions))));
  }

  private void seek(Map<Integer, Long> positions) {
    for (var partition : partitions) {
      Long position = positions.get(partition.partition());
      if (position != null) {
        consumer.seek(partition, position);
      }
    }
  }

  /** Whether any partition has not come to its end; those that have are left out of polls. */
  private boolean wanted(Map<Integer, Long> ends) {
    var wanted = partitions.stream().filter(p -> consumer.position(p) < end(ends, p)).toList();
    consumer.pause(partitions);
    consumer.resume(wanted);
    return !wanted.isEmpty();
  }

  private int poll(Map<Integer, Long> ends, Duration atMost, Taken taken) {
    var polled = consumer.poll(atMost);
    for (var partition : polled.partitions()) {
      long end = end(ends, partition);
      polled.records(partition).stream().filter(r -> r.offset() < end).forEach(taken::add);
      if (consumer.position(partition) > end) {
        consumer.seek(partition, end);
      }
    }
    return polled.count();
  }

  /** A position moves over offsets that hold no record as well. */
  private List<Position> reached(Map<Integer, Instant> times, Map<TopicPartition, Long> before) {
    var reached = new ArrayList<Position>();
    for (var partition : partitions) {
      long next = consumer.position(partition);
      if (next > before.getOrDefault(partition, 0L)) {
        var time = times.getOrDefault(partition.partition(), Instant.EPOCH);
        reached.add(new Position(partition.partition(), next, time));
      }
    }
    return reached;
  }

  /** What one read has found, without the records themselves, which are larger. */
  private final class Taken {
    private final List<Delivery<E>> deliveries = new ArrayList<>();
    private final Map<Integer, Instant> times = new HashMap<>();
    private int records;
    private int unreadable;

    void add(ConsumerRecord<String, byte[]> record) {
      records++;
      var delivery = Optional.<Delivery<E>>empty();
      if (deadLetters.isForThisService(record)) {
        try {
          delivery = decoder.decode(record);
        } catch (RuntimeException e) {
          unreadable++;
        }
      }
      delivery.ifPresent(deliveries::add);
      var time = delivery.map(Delivery::time).orElseGet(() -> EventDecoder.time(record));
      times.merge(record.partition(), time, (one, other) -> one.isAfter(other) ? one : other);
    }

    Read<E> read(List<Position> reached) {
      return new Read<>(deliveries, reached, records, unreadable);
    }
  }

  private static long end(Map<Integer, Long> ends, TopicPartition partition) {
    return ends.getOrDefault(partition.partition(), 0L);
  }

  private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
    var byPartition = new TreeMap<Integer, Long>();
    offsets.forEach((partition, offset) -> byPartition.put(partition.partition(), offset));
    return byPartition;
  }

  @Override
  public void close() {
    thread.execute(consumer::close);
    thread.close();
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }
}
