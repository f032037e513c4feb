package phoneseller.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What the topic tells of the orders: when each was placed, and when it came to its end. */
final class TopicBook {

  private static final Set<String> ENDS = Set.of("Shipped", "PayCancelled", "PayFailed");

  private final String broker;
  private final Map<String, Instant> placed = new HashMap<>();
  private final Map<String, Instant> ended = new HashMap<>();

  TopicBook(String broker) {
    this.broker = broker;
  }

  /** The longest way of an order, from its placing to its first end. */
  String slowest() {
    try {
      read();
    } catch (KafkaException e) {
      return e.toString();
    }
    String name = "none";
    var longest = Duration.ZERO;
    for (var order : ended.entrySet()) {
      var from = placed.get(order.getKey());
      if (from != null && Duration.between(from, order.getValue()).compareTo(longest) > 0) {
        longest = Duration.between(from, order.getValue());
        name = Outcome.seconds(longest) + " (order " + order.getKey() + ")";
      }
    }
    return name;
  }

  private void read() {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          IntStream.range(0, 12).mapToObj(p -> new TopicPartition("phoneseller", p)).toList();
      var ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (isBehind(consumer, ends, partitions)) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::take);
      }
    }
  }

  private static boolean isBehind(
      KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends, List<TopicPartition> all) {
    return all.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L));
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    String type = header(record, "ce_type");
    String time = header(record, "ce_time");
    if (type == null || time == null || record.key() == null) {
      return;
    }
    if (type.equals("Ordered")) {
      placed.putIfAbsent(record.key(), Instant.parse(time));
    } else if (ENDS.contains(type)) {
      ended.merge(
          record.key(), Instant.parse(time), (one, other) -> one.isBefore(other) ? one : other);
    }
  }

  private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
