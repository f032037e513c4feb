package phoneseller.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.OrderFacts.Told;

/**
 * The topic from its beginning. Of each order it keeps which events told that it left the store or
 * got points: a record that is there twice has the same event id, an event that happened twice has
 * not.
 */
final class Topic implements AutoCloseable {

  private static final String NAME = "phoneseller";
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final DifferentEvents shipped = new DifferentEvents();
  private final DifferentEvents granted = new DifferentEvents();

  Topic(String bootstrap, Duration patience) {
    var deadline = new Deadline(patience);
    this.consumer =
        new KafkaConsumer<>(
            config(bootstrap), new StringDeserializer(), new ByteArrayDeserializer());
    this.partitions = partitions(NAME, consumer, deadline);
    if (partitions.isEmpty()) {
      throw new CannotVerify("the broker has no topic " + NAME);
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  static Properties config(String bootstrap) {
    var config = new Properties();
    config.putAll(
        Map.of(
            "bootstrap.servers", bootstrap,
            "default.api.timeout.ms", "5000",
            "request.timeout.ms", "4000",
            "max.poll.records", "5000",
            "allow.auto.create.topics", "false",
            "isolation.level", "read_uncommitted"));
    return config;
  }

  /** Waits for a broker that is away as long as there is patience. */
  static List<TopicPartition> partitions(
      String topic, KafkaConsumer<String, byte[]> consumer, Deadline deadline) {
    while (true) {
      try {
        return consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
      } catch (KafkaException e) {
        if (!deadline.pause(500)) {
          throw new CannotVerify("the broker does not answer: " + e.getMessage(), e);
        }
      }
    }
  }

  /** Reads up to where the topic ends now. */
  void catchUp(Duration patience) {
    var deadline = new Deadline(patience);
    while (true) {
      try {
        readToEnd(consumer, partitions, this::note);
        return;
      } catch (KafkaException e) {
        if (!deadline.pause(500)) {
          throw new CannotVerify("the topic cannot be read: " + e.getMessage(), e);
        }
      }
    }
  }

  /** A broker that says nothing for long is away. */
  static void readToEnd(
      KafkaConsumer<String, byte[]> consumer,
      List<TopicPartition> partitions,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    var ends = consumer.endOffsets(partitions);
    var silence = new Deadline(SILENCE);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      var records = consumer.poll(Duration.ofMillis(200));
      records.forEach(each);
      if (!records.isEmpty()) {
        silence = new Deadline(SILENCE);
      } else if (silence.isOver()) {
        throw new CannotVerify("the broker has gone silent");
      }
    }
  }

  Told of(long order) {
    return new Told(shipped.of(order), granted.of(order));
  }

  private void note(ConsumerRecord<String, byte[]> record) {
    String type = header(record, "ce_type");
    String event = header(record, "ce_id");
    boolean left = "Shipped".equals(type);
    if (record.key() == null || event == null || !(left || "RewardCompleted".equals(type))) {
      return;
    }
    try {
      (left ? shipped : granted).note(Long.parseLong(record.key()), Long.parseLong(event));
    } catch (NumberFormatException e) {
      return; // No order of this shop: consumers park it, and dead letters are looked at.
    }
  }

  static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
