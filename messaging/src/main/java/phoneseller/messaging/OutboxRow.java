package phoneseller.messaging;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event that is committed and has to be published. */
record OutboxRow(
    long id,
    String key,
    String type,
    String payload,
    String correlation,
    String traceparent,
    OffsetDateTime createdAt) {

  ProducerRecord<String, byte[]> toRecord(String topic, int partition, String source) {
    byte[] value = payload.getBytes(StandardCharsets.UTF_8);
    var record = new ProducerRecord<>(topic, partition, key, value);
    EventHeaders.write(record.headers(), id, source, type, createdAt, key);
    EventHeaders.write(record.headers(), correlation, traceparent);
    return record;
  }
}
