package phoneseller.messaging;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a service that publishes: its outbox and its relay, wired as in production. */
final class Publisher implements AutoCloseable {

  private final TransactionTemplate transaction;
  private final Producer<String, byte[]> producer;
  private final OutboxRelay relay;
  private final JdbcTemplate jdbc;
  private final Outbox outbox;

  Publisher(String instance, HikariDataSource database, Topic topic) {
    jdbc = new JdbcTemplate(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var settings = Settings.of("app", topic.name(), "parked");
    producer =
        new MessagingConfiguration()
            .eventProducer(TestBroker.properties(topic.address()), settings);
    var lease = new RelayLease(jdbc, instance, Duration.ofSeconds(3), Duration.ofSeconds(2));
    relay =
        new OutboxRelay(new OutboxTable(jdbc, new CommitsUnderWay()), producer, lease, settings);
    outbox = new Outbox(jdbc, JsonMapper.shared(), relay::wake);
  }

  void start() {
    relay.start();
  }

  void stop() {
    relay.stop();
  }

  long relayed() {
    return relay.relayed();
  }

  void publish(String key, Happened event, Instant at) {
    transaction.executeWithoutResult(_ -> outbox.append(key, event, at));
  }

  /** Publishes them in one transaction, each under its id as the key. */
  void publish(List<Happened> events) {
    transaction.executeWithoutResult(
        _ -> events.forEach(e -> outbox.append(Long.toString(e.id()), e, Instant.EPOCH)));
  }

  /**
   * Counts the key up and publishes the count: the state's row and its event in one transaction.
   */
  void publishNext(int key) {
    transaction.executeWithoutResult(_ -> {
      jdbc.update("update counter set n = n + 1 where id = ?", key);
      Integer n = jdbc.queryForObject("select n from counter where id = ?", Integer.class, key);
      outbox.append(Integer.toString(key), new Happened(key, "" + n), Instant.EPOCH);
    });
  }

  static String json(Happened event) {
    return "{\"eventType\":\"Happened\",\"id\":"
        + event.id()
        + ",\"text\":\""
        + event.text()
        + "\"}";
  }

  @Override
  public void close() {
    relay.stop();
    producer.close(Duration.ZERO);
  }
}
