package phoneseller.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Runnable committed;

  Outbox(JdbcTemplate jdbc, JsonMapper json, Runnable committed) {
    this.jdbc = jdbc;
    this.json = json;
    this.committed = committed;
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
    pending()
        .rows
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

  private Pending pending() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("An event is appended in a transaction or not at all.");
    }
    if (TransactionSynchronizationManager.getResource(this) instanceof Pending open) {
      return open;
    }
    var opened = new Pending();
    TransactionSynchronizationManager.bindResource(this, opened);
    TransactionSynchronizationManager.registerSynchronization(opened);
    return opened;
  }

  /**
   * The events of one transaction, written in one batch just before it commits: by then it holds
   * the locks of its rows, so that ids grow in the order of commits per key.
   */
  private final class Pending implements TransactionSynchronization {

    private final List<Object[]> rows = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      jdbc.batchUpdate(INSERT, rows);
    }

    @Override
    public void afterCommit() {
      committed.run();
    }

    /** An inner transaction begins, which has its own events. */
    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Outbox.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Outbox.this, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResource(Outbox.this);
    }
  }
}
