package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts earlier records on the topic again, as they were: in their order, or in none. */
final class Repeater {

  private static final int PARTITIONS = 12;
  private static final int FROM_EACH = 150;

  private final String broker;

  Repeater(String broker) {
    this.broker = broker;
  }

  void repeat(Fault fault) throws IOException {
    var records = earlier();
    var random = new Random(fault.salt());
    int from = random.nextInt(Math.max(1, records.size() - fault.amount()));
    var again =
        new ArrayList<>(records.subList(from, Math.min(records.size(), from + fault.amount())));
    if (fault.kind() == Kind.REORDER) {
      Collections.shuffle(again, random);
    }
    publish(again);
  }

  private List<ConsumerRecord<byte[], byte[]>> earlier() throws IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker,
            "default.api.timeout.ms",
            20_000,
            "isolation.level",
            "read_uncommitted");
    var bytes = new ByteArrayDeserializer();
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      var partitions =
          IntStream.range(0, PARTITIONS)
              .mapToObj(p -> new TopicPartition("phoneseller", p))
              .toList();
      var ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - FROM_EACH)));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (ends.entrySet().stream()
              .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
          && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    } catch (KafkaException e) {
      throw new IOException("earlier records cannot be read", e);
    }
    return records;
  }

  private void publish(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker,
            "acks",
            "all",
            "delivery.timeout.ms",
            20_000,
            "request.timeout.ms",
            5_000);
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      var answers =
          records.stream()
              .map(record ->
                  producer.send(
                      new ProducerRecord<>(
                          record.topic(),
                          record.partition(),
                          record.key(),
                          record.value(),
                          record.headers())))
              .toList();
      for (var answer : answers) {
        answer.get();
      }
    } catch (ExecutionException | KafkaException e) {
      throw new IOException("records cannot be repeated", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
