package phoneseller.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.http.Correlation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an event is left to be published. It is stored by the transaction that appends it, or not
 * at all; the relay publishes it after the commit, at least once, in the order of commits per key.
 */
public final class Outbox {

  private static final String INSERT =
      """
      insert into outbox (record_key, event_type, payload, correlation, traceparent, created_at)
      values (?, ?, ?, ?, ?, ?)\
      """;

  private final JsonMapper json;

  /** Inserted when the transaction holds the locks of its rows: ids grow as its key commits. */
  private final PerTransaction<List<Object[]>> rows;

  Outbox(JdbcTemplate jdbc, JsonMapper json, Runnable committed) {
    this.json = json;
    this.rows =
        PerTransaction.told(ArrayList::new, rows -> jdbc.batchUpdate(INSERT, rows), committed);
  }

  /**
   * Appends an event under the key whose order it keeps.
   *
   * @param event a record; its simple name is the event's type
   * @throws IllegalStateException when no transaction is open
   */
  public void append(String key, Object event, Instant at) {
    var type = event.getClass().getSimpleName();
    var cause = EventConsumer.causeOf(key);
    rows.get()
        .add(
            new Object[] {
              key,
              type,
              "{\"eventType\":\"" + type + "\"," + json.writeValueAsString(event).substring(1),
              cause.id(),
              cause.traceparent(),
              at.atOffset(ZoneOffset.UTC)
            });
  }

  /** The correlation under which an event of this key would be appended now. */
  public static Correlation causeOf(String key) {
    return EventConsumer.causeOf(key);
  }
}
