package phoneseller.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.http.Correlation;
import tools.jackson.databind.json.JsonMapper;

/** What holds of the outbox on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxContract {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final HikariDataSource database;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final TransactionTemplate innerTransaction;
  private final AtomicInteger wakeUps = new AtomicInteger();
  private final Outbox outbox;

  OutboxContract(Database kind) {
    database = kind.create();
    jdbc = new JdbcTemplate(database);
    var transactions = new JdbcTransactionManager(database);
    transaction = new TransactionTemplate(transactions);
    innerTransaction = new TransactionTemplate(transactions);
    innerTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    outbox = new Outbox(jdbc, JsonMapper.shared(), wakeUps::incrementAndGet);
  }

  @BeforeEach
  void empty() {
    jdbc.update("delete from outbox");
    wakeUps.set(0);
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void anEventIsStoredByTheTransactionThatAppendsIt() {
    transaction.executeWithoutResult(_ -> outbox.append("7", new Happened(7, "한글"), NOW));

    assertThat(rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row).containsEntry("record_key", "7").containsEntry("event_type", "Happened");
          assertThat(row)
              .containsEntry("payload", "{\"eventType\":\"Happened\",\"id\":7,\"text\":\"한글\"}");
        });
  }

  @Test
  void anEventOfATransactionThatRollsBackIsNotStored() {
    transaction.executeWithoutResult(status -> {
      outbox.append("7", new Happened(7, "never"), NOW);
      status.setRollbackOnly();
    });

    assertThat(rows()).isEmpty();
    assertThat(wakeUps).hasValue(0);
  }

  @Test
  void theStateIsNotStoredWhenItsEventCannotBe() {
    String tooLong = "k".repeat(65);

    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              jdbc.update("update outbox_lease set holder = 'changed'");
              outbox.append(tooLong, new Happened(7, "never"), NOW);
            }))
        .isInstanceOf(RuntimeException.class);

    assertThat(jdbc.queryForObject("select holder from outbox_lease", String.class)).isEmpty();
  }

  @Test
  void anEventOfAFailedTransactionDoesNotAppearInTheNext() {
    transaction.executeWithoutResult(status -> {
      outbox.append("7", new Happened(7, "failed"), NOW);
      status.setRollbackOnly();
    });
    transaction.executeWithoutResult(_ -> outbox.append("7", new Happened(7, "next"), NOW));

    assertThat(rows()).singleElement().asString().contains("next");
  }

  @Test
  void withoutATransactionNothingIsAppended() {
    assertThatThrownBy(() -> outbox.append("7", new Happened(7, "never"), NOW))
        .isInstanceOf(IllegalStateException.class);

    assertThat(rows()).isEmpty();
  }

  @Test
  void eventsKeepTheOrderInWhichTheyWereAppended() {
    for (int commit = 0; commit < 3; commit++) {
      int first = commit * 40;
      transaction.executeWithoutResult(_ -> {
        for (int i = first; i < first + 40; i++) {
          outbox.append("7", new Happened(i, "in order"), NOW);
        }
      });
    }

    assertThat(rows())
        .extracting(
            row -> JsonMapper.shared().readTree((String) row.get("payload")).path("id").asInt())
        .hasSize(120)
        .isSorted();
  }

  @Test
  void anInnerTransactionKeepsItsOwnEvents() {
    transaction.executeWithoutResult(outer -> {
      outbox.append("7", new Happened(1, "outer"), NOW);
      innerTransaction.executeWithoutResult(_ -> outbox.append("7", new Happened(2, "inner"), NOW));
      outer.setRollbackOnly();
    });

    assertThat(rows()).singleElement().asString().contains("inner");
  }

  @Test
  void theRelayIsWokenWhenTheEventIsCommitted() {
    transaction.executeWithoutResult(_ -> {
      outbox.append("7", new Happened(7, "soon"), NOW);
      assertThat(wakeUps).hasValue(0);
    });

    assertThat(wakeUps).hasValue(1);
  }

  @Test
  void anEventCarriesTheCorrelationOfTheWorkAtHand() {
    try (var _ = new Correlation("shopping-1", TRACE).open()) {
      transaction.executeWithoutResult(_ -> outbox.append("7", new Happened(7, "told"), NOW));
    }

    assertThat(rows())
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsEntry("correlation", "shopping-1")
                .containsEntry("traceparent", TRACE));
  }

  @Test
  void inABatchAnEventCarriesTheCorrelationOfTheDeliveryWithItsKey() {
    var answering =
        new Handling(deliveries ->
            deliveries.stream()
                .map(Handling::happened)
                .forEach(event -> outbox.append(Long.toString(event.id()), event, NOW)));

    consumer(answering).onMessage(List.of(record("1", "first"), record("2", "second")));

    assertThat(rows())
        .extracting(row -> row.get("record_key") + " " + row.get("correlation"))
        .containsExactly("1 first", "2 second");
    assertThat(rows()).extracting(row -> row.get("traceparent")).containsOnly(TRACE);
  }

  private List<Map<String, Object>> rows() {
    return jdbc.queryForList("select * from outbox order by id");
  }

  private static ConsumerRecord<String, byte[]> record(String key, String correlation) {
    var value = "{\"eventType\":\"Happened\",\"id\":" + key + ",\"text\":\"\"}";
    var record = new ConsumerRecord<>("topic", 0, 1L, key, value.getBytes(UTF_8));
    EventHeaders.write(record.headers(), correlation, TRACE);
    return record;
  }

  private EventConsumer<Occurrence> consumer(EventHandler<Occurrence> handler) {
    var nowhere = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    return new EventConsumer<>(
        handler,
        new EventDecoder<>(handler.types(), JsonMapper.shared()),
        new DeadLetters(nowhere, Settings.of("service", "topic", "parked"), Clock.systemUTC()),
        transaction,
        new Lag(Clock.systemUTC()));
  }
}
