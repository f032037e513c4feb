package phoneseller.messaging;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Correlation;

/** What a record says of its event beside the value: CloudEvents 1.0 in Kafka's binary mode. */
final class EventHeaders {

  static final String ID = "ce_id";
  static final String SOURCE = "ce_source";
  static final String TYPE = "ce_type";
  static final String TIME = "ce_time";

  /** Present on a replayed record: the one service that it is meant for. */
  static final String REPLAY_FOR = "replay-for";

  private EventHeaders() {}

  static void write(
      Headers headers, long id, String source, String type, OffsetDateTime time, String subject) {
    add(headers, "contentType", "application/json");
    add(headers, "ce_specversion", "1.0");
    add(headers, ID, Long.toString(id));
    add(headers, SOURCE, source);
    add(headers, TYPE, type);
    add(headers, TIME, DateTimeFormatter.ISO_INSTANT.format(time));
    add(headers, "ce_subject", subject);
  }

  static void write(Headers headers, String correlation, String traceparent) {
    add(headers, Correlation.ID_HEADER, correlation);
    add(headers, Correlation.TRACE_HEADER, traceparent);
  }

  static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable String read(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
