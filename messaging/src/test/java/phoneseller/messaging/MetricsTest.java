package phoneseller.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class MetricsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

  private final HikariDataSource database = Database.H2.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final MockProducer<String, byte[]> broker =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final MessagingProperties settings = Settings.of("service", "topic", "parked");
  private final RelayLease lease =
      new RelayLease(jdbc, "me", Duration.ofSeconds(9), Duration.ofSeconds(5));
  private final OutboxRelay relay =
      new OutboxRelay(new OutboxTable(jdbc, new CommitsUnderWay()), broker, lease, settings);
  private final Outbox outbox = new Outbox(jdbc, JsonMapper.shared(), relay::wake);
  private final DeadLetters deadLetters = new DeadLetters(broker, settings, Clock.systemUTC());
  private final MeterRegistry registry = new SimpleMeterRegistry();

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Lag lag = new Lag(clock);
  private boolean databaseBusy;
  private final EventConsumer<Occurrence> events =
      new EventConsumer<>(
          new Handling(_ -> work()),
          new EventDecoder<>(new Handling(_ -> {}).types(), JsonMapper.shared()),
          deadLetters,
          transaction,
          lag);

  @BeforeEach
  void begin() {
    new MessagingConfiguration()
        .messagingMetrics(jdbc, relay, lag, deadLetters, clock)
        .bindTo(registry);
  }

  @AfterEach
  void end() {
    relay.stop();
    database.close();
  }

  @Test
  void theDepthAndTheAgeOfTheOutboxAreThoseOfItsRows() {
    assertThat(value("outbox.depth")).isZero();
    assertThat(value("outbox.oldest.age")).isZero();

    append(NOW.minusSeconds(60));
    append(NOW.minusSeconds(30));

    assertThat(value("outbox.depth")).isEqualTo(2);
    assertThat(value("outbox.oldest.age")).isEqualTo(60);
  }

  @Test
  void whatTheBrokerHasAcknowledgedIsCountedAndNoLongerWaits() {
    IntStream.range(0, 7).forEach(_ -> append(NOW));
    assertThat(value("outbox.relayed")).isZero();

    relay.start();
    relay.stop();

    assertThat(value("outbox.relayed")).isEqualTo(7);
    assertThat(value("outbox.depth")).isZero();
    assertThat(broker.history()).hasSize(7);
  }

  @Test
  void whatTheBrokerRefusesStillWaits() {
    append(NOW);
    broker.sendException = new IllegalStateException("refused");

    relay.start();
    relay.stop();

    assertThat(value("outbox.relayed")).isZero();
    assertThat(value("outbox.depth")).isEqualTo(1);
  }

  @Test
  void whileAPollCannotBeAppliedTheLagIsTheAgeOfItsOldestEvent() {
    databaseBusy = true;

    assertThatThrownBy(() -> events.onMessage(List.of(event(50), event(40))))
        .isInstanceOf(CannotAcquireLockException.class);

    assertThat(value("events.lag")).isEqualTo(50);
  }

  @Test
  void recordsThatAreSkippedCountAsApplied() {
    var skipped = event(20);
    EventHeaders.add(skipped.headers(), EventHeaders.TYPE, "Unheard");
    events.onMessage(List.of(skipped));
    lag.ended(Map.of(PARTITION, 7L), NOW);

    assertThat(value("events.behind")).isEqualTo(6);
    assertThat(value("events.lag")).isEqualTo(20);
  }

  @Test
  void parkedRecordsAreCounted() {
    deadLetters.park(event(1), new IllegalStateException("poison"));
    deadLetters.park(event(1), new IllegalStateException("poison"));

    assertThat(value("events.parked")).isEqualTo(2);
  }

  private void work() {
    if (databaseBusy) {
      throw new CannotAcquireLockException("busy");
    }
  }

  private void append(Instant at) {
    transaction.executeWithoutResult(_ -> outbox.append("7", new Happened(7, ""), at));
  }

  private static ConsumerRecord<String, byte[]> event(int secondsAgo) {
    byte[] value = "{\"eventType\":\"Happened\",\"id\":7,\"text\":\"\"}".getBytes(UTF_8);
    return new ConsumerRecord<>(
        "topic",
        0,
        0L,
        NOW.minusSeconds(secondsAgo).toEpochMilli(),
        TimestampType.CREATE_TIME,
        1,
        value.length,
        "7",
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private double value(String name) {
    return registry.get(name).meter().measure().iterator().next().getValue();
  }
}
