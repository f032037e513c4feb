package phoneseller.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A topic as a stranger sees it: everything that is on it, and a way to put something there. */
record Topic(String address, String name) {

  /** All records, in the order of their partitions. */
  List<ConsumerRecord<String, byte[]>> records() {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    Map<String, Object> config = Map.of("bootstrap.servers", address);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(name).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  Map<String, List<String>> valuesByKey() {
    var values = new HashMap<String, List<String>>();
    for (var record : records()) {
      values.computeIfAbsent(record.key(), _ -> new ArrayList<>()).add(text(record));
    }
    return values;
  }

  /** Puts the records there in one go, so that they can come in one poll. */
  void put(List<ProducerRecord<String, byte[]>> records) {
    Map<String, Object> config = Map.of("bootstrap.servers", address, "linger.ms", 50);
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (var record : records) {
        var _ = producer.send(record);
      }
    }
  }

  ProducerRecord<String, byte[]> record(@Nullable String key, @Nullable String value) {
    return new ProducerRecord<>(name, key, value == null ? null : value.getBytes(UTF_8));
  }

  static String text(ConsumerRecord<?, byte[]> record) {
    return new String(record.value(), UTF_8);
  }
}
