package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Of two partitions one does not answer until the test says so. */
class StuckPartitionTest {

  private static final String STUCK = "1";
  private static final String HEALTHY = "2";
  private static final RecordMetadata THERE =
      new RecordMetadata(new TopicPartition("topic", 0), 0, 0, 0, 0, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HikariDataSource database = Database.H2.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final HalfStuck broker = new HalfStuck();
  private final OutboxRelay relay =
      new OutboxRelay(
          new OutboxTable(jdbc, new CommitsUnderWay()),
          broker,
          new RelayLease(jdbc, "me", Duration.ofSeconds(9), Duration.ofSeconds(5)),
          Settings.of("service", "topic", "parked"));
  private final Outbox outbox = new Outbox(jdbc, JsonMapper.shared(), relay::wake);

  @BeforeEach
  void begin() {
    relay.start();
  }

  @AfterEach
  void end() {
    broker.heal();
    relay.stop();
    database.close();
  }

  @Test
  void theNextEventOfAKeyIsSentOnlyWhenItsPredecessorHasArrived() {
    append(STUCK, 2);

    await().atMost(PATIENCE).until(() -> broker.unanswered.size() == 1);
    append(HEALTHY, 3);
    await().atMost(PATIENCE).until(() -> broker.sent(HEALTHY).size() == 3);
    assertThat(broker.sent(STUCK)).containsExactly("0");

    broker.unanswered.remove().completeExceptionally(new TimeoutException("expired"));
    await().atMost(PATIENCE).until(() -> broker.unanswered.size() == 1);
    assertThat(broker.sent(STUCK)).containsExactly("0", "0");

    broker.unanswered.remove().complete(THERE);
    await().atMost(PATIENCE).until(() -> broker.unanswered.size() == 1);
    assertThat(broker.sent(STUCK)).containsExactly("0", "0", "1");
  }

  @Test
  void aPartitionThatStandsStillHoldsUpNoOtherHoweverMuchWaitsForIt() {
    append(STUCK, 1_700);
    await().atMost(PATIENCE).until(() -> broker.unanswered.size() == 1);

    append(HEALTHY, 20);

    await().atMost(PATIENCE).until(() -> broker.sent(HEALTHY).size() == 20);
    await().atMost(PATIENCE).until(() -> rows() == 1_700);
  }

  @Test
  void theOutboxOfAPartitionThatRefusesIsSentWhenItAnswersAgain() {
    append(STUCK, 3);
    for (int i = 0; i < 3; i++) {
      await().atMost(PATIENCE).until(() -> !broker.unanswered.isEmpty());
      broker.unanswered.remove().completeExceptionally(new TimeoutException("expired"));
    }

    broker.heal();

    await().atMost(PATIENCE).until(() -> rows() == 0);
    assertThat(broker.sent(STUCK).stream().distinct()).containsExactly("0", "1", "2");
  }

  private void append(String key, int events) {
    new TransactionTemplate(new JdbcTransactionManager(database))
        .executeWithoutResult(_ ->
            IntStream.range(0, events)
                .forEach(n -> outbox.append(key, new Happened(n, ""), Instant.EPOCH)));
  }

  private int rows() {
    Integer rows = jdbc.queryForObject("select count(*) from outbox", Integer.class);
    return rows == null ? 0 : rows;
  }

  private static final class HalfStuck extends MockProducer<String, byte[]> {

    final Queue<CompletableFuture<RecordMetadata>> unanswered = new ConcurrentLinkedQueue<>();
    private final List<ProducerRecord<String, byte[]>> sent = new CopyOnWriteArrayList<>();
    private volatile boolean healthy;

    HalfStuck() {
      super(
          new Cluster("one", List.of(), List.of(partition(0), partition(1)), Set.of(), Set.of()),
          true,
          null,
          new StringSerializer(),
          new ByteArraySerializer());
    }

    private static PartitionInfo partition(int number) {
      return new PartitionInfo("topic", number, Node.noNode(), new Node[0], new Node[0]);
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
      sent.add(record);
      if (healthy || !STUCK.equals(record.key())) {
        return super.send(record);
      }
      var answer = new CompletableFuture<RecordMetadata>();
      unanswered.add(answer);
      return answer;
    }

    void heal() {
      healthy = true;
      unanswered.forEach(each -> each.completeExceptionally(new TimeoutException("expired")));
    }

    /** The numbers of the events sent under this key. */
    List<String> sent(String key) {
      return sent.stream()
          .filter(record -> key.equals(record.key()))
          .map(record -> JsonMapper.shared().readTree(record.value()).path("id").asString())
          .toList();
    }
  }
}
