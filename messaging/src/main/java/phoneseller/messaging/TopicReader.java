package phoneseller.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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
    return byPartition(consumer.beginningOffsets(partitions));
  }

  /** The offset of the next record that will be written, by partition. */
  public Map<Integer, Long> ends() {
    return byPartition(consumer.endOffsets(partitions));
  }

  /** The next records that lie before these ends; none when there are none, or not in time. */
  public Read<E> next(Map<Integer, Long> ends, Duration atMost) {
    var before = new HashMap<TopicPartition, Long>();
    var wanted = new ArrayList<TopicPartition>();
    for (var partition : partitions) {
      long position = consumer.position(partition);
      before.put(partition, position);
      if (position < end(ends, partition)) {
        wanted.add(partition);
      }
    }
    consumer.pause(partitions);
    consumer.resume(wanted);
    var records = wanted.isEmpty() ? List.<ConsumerRecord<String, byte[]>>of() : poll(ends, atMost);
    return read(records, reached(records, before));
  }

  /** Goes to where each partition was, to read from there once more. */
  public void goTo(Map<Integer, Long> positions) {
    for (var partition : partitions) {
      Long position = positions.get(partition.partition());
      if (position != null) {
        consumer.seek(partition, position);
      }
    }
  }

  private List<ConsumerRecord<String, byte[]>> poll(Map<Integer, Long> ends, Duration atMost) {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    var polled = consumer.poll(atMost);
    for (var partition : polled.partitions()) {
      long end = end(ends, partition);
      polled.records(partition).stream().filter(r -> r.offset() < end).forEach(records::add);
      if (consumer.position(partition) > end) {
        consumer.seek(partition, end);
      }
    }
    return records;
  }

  /** A position moves over offsets that hold no record as well. */
  private List<Position> reached(
      List<ConsumerRecord<String, byte[]>> records, Map<TopicPartition, Long> before) {
    var times = new HashMap<Integer, Instant>();
    Position.after(records).forEach(p -> times.put(p.partition(), p.time()));
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

  private Read<E> read(List<ConsumerRecord<String, byte[]>> records, List<Position> reached) {
    var deliveries = new ArrayList<Delivery<E>>(records.size());
    int unreadable = 0;
    for (var record : records) {
      if (deadLetters.isForThisService(record)) {
        try {
          decoder.decode(record).ifPresent(deliveries::add);
        } catch (RuntimeException e) {
          unreadable++;
        }
      }
    }
    return new Read<>(deliveries, reached, records.size(), unreadable);
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
    consumer.close();
  }
}
