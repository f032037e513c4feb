package phoneseller.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.http.Correlation;

class OutboxRelayTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HikariDataSource database = Database.H2.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final Topic topic = TestBroker.newTopic(3);
  private final Publisher publisher = new Publisher("app:1", database, topic);

  @BeforeEach
  void begin() {
    publisher.start();
  }

  @AfterEach
  void end() {
    publisher.close();
    database.close();
  }

  @Test
  void anEventArrivesWithItsKeyItsValueAndWhatIsSaidOfIt() {
    try (var _ = new Correlation("shopping-1", TRACE).open()) {
      publisher.publish("7", new Happened(7, "한글"), NOW);
    }
    await().atMost(PATIENCE).until(this::outboxIsEmpty);

    var record = topic.records().getFirst();
    assertThat(record.key()).isEqualTo("7");
    assertThat(Topic.text(record))
        .isEqualTo("{\"eventType\":\"Happened\",\"id\":7,\"text\":\"한글\"}");
    assertThat(headers(record))
        .containsOnly(
            Map.entry("contentType", "application/json"),
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "1"),
            Map.entry("ce_source", "/app"),
            Map.entry("ce_type", "Happened"),
            Map.entry("ce_time", "2026-11-23T12:00:00.123456Z"),
            Map.entry("ce_subject", "7"),
            Map.entry("X-Correlation-Id", "shopping-1"),
            Map.entry("traceparent", TRACE));
  }

  @Test
  void moreEventsThanFitABatchArriveOnceAndInTheOrderOfTheirKey() {
    for (int i = 0; i < 30; i++) {
      int first = i * 50;
      publisher.publish(
          IntStream.range(first, first + 50)
              .mapToObj(n -> new Happened(n % 7, Integer.toString(n)))
              .toList());
    }
    await().atMost(PATIENCE).until(this::outboxIsEmpty);

    assertThat(topic.valuesByKey())
        .hasSize(7)
        .allSatisfy((key, values) ->
            assertThat(values)
                .containsExactlyElementsOf(
                    IntStream.range(0, 1_500)
                        .filter(n -> n % 7 == Integer.parseInt(key))
                        .mapToObj(n -> Publisher.json(new Happened(n % 7, "" + n)))
                        .toList()));
    assertThat(publisher.relayed()).isEqualTo(1_500);
  }

  @Test
  void aRowThatIsCommittedLateUnderALowerIdIsNotLost() throws Exception {
    try (var late = database.getConnection();
        var insert =
            late.prepareStatement(
                """
                insert into outbox
                  (record_key, event_type, payload, correlation, traceparent, created_at)
                values ('1', 'Happened', 'late', 'c', ?, current_timestamp)\
                """)) {
      late.setAutoCommit(false);
      insert.setString(1, TRACE);
      insert.executeUpdate();
      publisher.publish("2", new Happened(2, "later, but committed first"), NOW);
      await().atMost(PATIENCE).until(() -> topic.records().size() == 1);

      late.commit();
    }

    await().atMost(PATIENCE).until(() -> topic.records().size() == 2);
    assertThat(topic.valuesByKey()).containsEntry("1", List.of("late"));
    assertThat(topic.records())
        .extracting(record -> headers(record).get("ce_id"))
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void whatIsLeftWhenTheRelayStopsIsRelayedBeforeItGoes() {
    publisher.publish(IntStream.range(0, 100).mapToObj(n -> new Happened(n % 7, "" + n)).toList());

    publisher.stop();

    assertThat(outboxIsEmpty()).isTrue();
    assertThat(topic.records()).hasSize(100);
  }

  private boolean outboxIsEmpty() {
    return Long.valueOf(0).equals(jdbc.queryForObject("select count(*) from outbox", Long.class));
  }

  private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    var headers = new HashMap<String, String>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }
}
