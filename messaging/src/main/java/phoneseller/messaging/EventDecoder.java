package phoneseller.messaging;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Correlation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads records of the topic; those of types that the service does not want are left out. */
final class EventDecoder<E> {

  private final Map<String, Class<? extends E>> types;
  private final JsonMapper json;

  EventDecoder(Set<Class<? extends E>> types, JsonMapper json) {
    this.types =
        types.stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    this.json = json;
  }

  /**
   * @throws RuntimeException when the record can never be read
   */
  Optional<Delivery<E>> decode(ConsumerRecord<String, byte[]> record) {
    String header = EventHeaders.read(record.headers(), EventHeaders.TYPE);
    if (header != null && !types.containsKey(header)) {
      return Optional.empty();
    }
    if (record.value() == null) {
      throw new IllegalArgumentException("a record without a value");
    }
    if (header != null) {
      return Optional.of(delivery(record, json.readValue(record.value(), types.get(header))));
    }
    JsonNode value = json.readTree(record.value());
    if (!value.path("eventType").isString()) {
      throw new IllegalArgumentException("a record without an eventType");
    }
    var type = types.get(value.path("eventType").stringValue());
    return type == null
        ? Optional.empty()
        : Optional.of(delivery(record, json.treeToValue(value, type)));
  }

  private Delivery<E> delivery(ConsumerRecord<String, byte[]> record, @Nullable E event) {
    if (event == null) {
      throw new IllegalArgumentException("a record whose value is null");
    }
    String source = EventHeaders.read(record.headers(), EventHeaders.SOURCE);
    String id = EventHeaders.read(record.headers(), EventHeaders.ID);
    if (source == null || id == null) {
      source = record.topic();
      id = record.partition() + "@" + record.offset();
    }
    String correlation =
        Correlation.wellFormed(EventHeaders.read(record.headers(), Correlation.ID_HEADER))
            .orElse(null);
    return new Delivery<>(event, source, id, time(record), record.partition(), correlation);
  }

  static Instant time(ConsumerRecord<?, ?> record) {
    String time = EventHeaders.read(record.headers(), EventHeaders.TIME);
    try {
      return time == null ? Instant.ofEpochMilli(record.timestamp()) : EventTime.parse(time);
    } catch (DateTimeParseException e) {
      return Instant.ofEpochMilli(record.timestamp());
    }
  }
}
