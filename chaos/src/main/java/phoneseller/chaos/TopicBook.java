package phoneseller.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What the topic tells of the orders, from its beginning to its end. */
final class TopicBook {

  private static final Set<String> ENDS = Set.of("Shipped", "PayCancelled", "PayFailed");

  private final Map<String, Instant> placed = new HashMap<>();
  private final Map<String, Instant> ended = new HashMap<>();
  private final Map<String, Long> newest = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> disorder = new ArrayList<>();
  private long events;

  private TopicBook() {}

  static TopicBook read(String broker) {
    var book = new TopicBook();
    Map<String, Object> settings = Map.of("bootstrap.servers", broker);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          IntStream.range(0, 12).mapToObj(p -> new TopicPartition("phoneseller", p)).toList();
      var ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(book::take);
      }
    }
    return book;
  }

  /** How many different events there are. */
  long events() {
    return events;
  }

  /** Events that are on the topic for the first time behind a later one of their order. */
  List<String> disorder() {
    return List.copyOf(disorder);
  }

  /** The longest way of an order, from its placing to its first end. */
  String slowest() {
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

  private void take(ConsumerRecord<String, byte[]> record) {
    String type = header(record, "ce_type");
    String time = header(record, "ce_time");
    String id = header(record, "ce_id");
    String source = header(record, "ce_source");
    if (type == null || time == null || id == null || !seen.add(source + " " + id)) {
      return;
    }
    events++;
    String line = record.key() + " from " + source;
    long last = newest.getOrDefault(line, 0L);
    if (Long.parseLong(id) < last) {
      disorder.add("event " + id + " of " + line + " comes after " + last);
    }
    newest.put(line, Math.max(last, Long.parseLong(id)));
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
