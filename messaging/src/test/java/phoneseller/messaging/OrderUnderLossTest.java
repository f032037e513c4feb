package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.local.FreePort;

/** The broker dies and hangs while many commits a second are published, each key counting up. */
@Execution(CONCURRENT)
class OrderUnderLossTest {

  private static final int KEYS = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGER_THAN_A_SEND = Duration.ofSeconds(6);

  @TempDir Path data;

  private final HikariDataSource database = Database.POSTGRESQL.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final Topic topic = new Topic("127.0.0.1:" + FreePort.find(), "phoneseller");
  private final Publisher publisher = new Publisher("app:1", database, topic);
  private volatile boolean committing = true;

  @BeforeEach
  void begin() {
    jdbc.execute("create table counter (id int primary key, n int not null)");
    IntStream.range(0, KEYS).forEach(key -> jdbc.update("insert into counter values (?, 0)", key));
  }

  @AfterEach
  void end() {
    publisher.close();
    database.close();
  }

  @Test
  void noEventIsLostOrComesBeforeItsPredecessor() throws Exception {
    try (var broker = new BrokerProcess(topic.address(), data);
        var threads = Executors.newFixedThreadPool(2)) {
      broker.start();
      publisher.start();
      var first = threads.submit(this::commit);
      var second = threads.submit(this::commit);

      awaitMore(200);
      broker.hang();
      long since = commits();
      await().pollDelay(LONGER_THAN_A_SEND).atMost(PATIENCE).until(() -> commits() > since);
      broker.goOn();
      awaitMore(300);
      broker.kill();
      awaitMore(100);
      broker.start();
      awaitMore(300);

      committing = false;
      for (Future<?> each : new Future<?>[] {first, second}) {
        each.get();
      }
      await().atMost(PATIENCE).until(this::outboxIsEmpty);
      assertOrderOfCommits();
    }
  }

  private void commit() {
    while (committing) {
      publisher.publishNext(ThreadLocalRandom.current().nextInt(KEYS));
    }
  }

  /** Waits for so many more commits. */
  private void awaitMore(int events) {
    long goal = commits() + events;
    await().atMost(PATIENCE).until(() -> commits() >= goal);
  }

  /** By key the counts 1, 2, 3 …; what was sent more than once may come again. */
  private void assertOrderOfCommits() {
    assertThat(topic.valuesByKey())
        .hasSize(KEYS)
        .allSatisfy((key, values) ->
            assertThat(values.stream().distinct())
                .containsExactlyElementsOf(
                    IntStream.rangeClosed(1, count(key))
                        .mapToObj(n -> Publisher.json(new Happened(Long.parseLong(key), "" + n)))
                        .toList()));
  }

  private int count(String key) {
    Integer n =
        jdbc.queryForObject(
            "select n from counter where id = ?", Integer.class, Integer.parseInt(key));
    return n == null ? 0 : n;
  }

  private boolean outboxIsEmpty() {
    return Long.valueOf(0).equals(jdbc.queryForObject("select count(*) from outbox", Long.class));
  }

  private long commits() {
    Long sum = jdbc.queryForObject("select sum(n) from counter", Long.class);
    return sum == null ? 0 : sum;
  }
}
