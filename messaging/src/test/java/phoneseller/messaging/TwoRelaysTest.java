package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two instances of a service on one PostgreSQL, several requests at a time on the same few keys.
 */
@Execution(CONCURRENT)
class TwoRelaysTest {

  private static final int KEYS = 5;
  private static final int THREADS = 4;
  private static final int COMMITS = 150;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HikariDataSource database = Database.POSTGRESQL.create();
  private final HikariDataSource sameDatabase = Database.another(database);
  private final JdbcTemplate jdbc = new JdbcTemplate(sameDatabase);
  private final Topic topic = TestBroker.newTopic(3);
  private final Publisher first = new Publisher("app:1", database, topic);
  private final Publisher second = new Publisher("app:2", sameDatabase, topic);

  @BeforeEach
  void begin() {
    jdbc.execute("create table counter (id int primary key, n int not null)");
    IntStream.range(0, KEYS).forEach(key -> jdbc.update("insert into counter values (?, 0)", key));
    first.start();
    await().atMost(PATIENCE).until(() -> "app:1".equals(leader()));
    second.start();
  }

  @AfterEach
  void end() {
    first.close();
    second.close();
    database.close();
    sameDatabase.close();
  }

  @Test
  void theOrderOnTheTopicIsTheOrderOfCommitsAndNothingIsSentTwice() throws Exception {
    commitAll(List.of(first, second), () -> {});

    await().atMost(PATIENCE).until(this::outboxIsEmpty);
    assertOrderOfCommits();
    assertThat(ids()).doesNotHaveDuplicates();
    assertThat(second.relayed()).isZero();
  }

  @Test
  void aLeaderThatLeavesHandsOverWithoutSendingAnythingTwice() throws Exception {
    commitAll(List.of(first, second), first::stop);

    await().atMost(PATIENCE).until(this::outboxIsEmpty);
    assertOrderOfCommits();
    assertThat(ids()).doesNotHaveDuplicates();
    assertThat(leader()).isEqualTo("app:2");
  }

  @Test
  void afterTheDeathOfTheLeaderTheOtherGoesOnAndNothingIsLost() throws Exception {
    // Without its database the leader can neither go on nor give its lease back.
    commitAll(List.of(second), database::close);

    await().atMost(PATIENCE).until(this::outboxIsEmpty);
    assertThat(leader()).isEqualTo("app:2");
    assertOrderOfCommits();
  }

  private void commitAll(List<Publisher> publishers, Runnable halfway) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var work = new ArrayList<Future<?>>();
      for (int thread = 0; thread < THREADS; thread++) {
        var publisher = publishers.get(thread % publishers.size());
        work.add(
            threads.submit(
                () -> IntStream.range(0, COMMITS).forEach(i -> publisher.publishNext(i % KEYS))));
      }
      await().atMost(PATIENCE).until(() -> commits() > THREADS * COMMITS / 2);
      halfway.run();
      for (var each : work) {
        each.get();
      }
    }
  }

  /** By key the counts 1, 2, 3 …; what the dead leader had sent may come a second time. */
  private void assertOrderOfCommits() {
    assertThat(topic.valuesByKey())
        .hasSize(KEYS)
        .allSatisfy((key, values) ->
            assertThat(values.stream().distinct())
                .containsExactlyElementsOf(
                    IntStream.rangeClosed(1, THREADS * COMMITS / KEYS)
                        .mapToObj(n -> new Happened(Long.parseLong(key), "" + n))
                        .map(Publisher::json)
                        .toList()));
  }

  private List<String> ids() {
    return topic.records().stream()
        .map(record -> String.valueOf(EventHeaders.read(record.headers(), EventHeaders.ID)))
        .toList();
  }

  private String leader() {
    return String.valueOf(jdbc.queryForObject("select holder from outbox_lease", String.class));
  }

  private boolean outboxIsEmpty() {
    return Long.valueOf(0).equals(jdbc.queryForObject("select count(*) from outbox", Long.class));
  }

  private int commits() {
    Integer sum = jdbc.queryForObject("select sum(n) from counter", Integer.class);
    return sum == null ? 0 : sum;
  }
}
