package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** An engine that shows a commit before it is safe, as the embedded ones do for a moment. */
class CommitsUnderWayTest {

  private static final Set<Thread.State> RESTS =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

  private final HikariDataSource database = Database.H2.create();
  private final CommitsUnderWay commits = new CommitsUnderWay();
  private final OutboxTable outbox = new OutboxTable(new JdbcTemplate(database), commits);
  private final CountDownLatch visible = new CountDownLatch(1);
  private final CountDownLatch mayReturn = new CountDownLatch(1);
  private final AtomicBoolean safe = new AtomicBoolean();

  @AfterEach
  void close() {
    mayReturn.countDown();
    database.close();
  }

  @Test
  void aRowIsNotRelayedBeforeItsCommitHasReturned() throws Exception {
    Thread.ofVirtual().start(this::commitARow);
    visible.await();
    var relay =
        new FutureTask<>(() -> {
          var rows = outbox.page(0, 10);
          return rows.isEmpty() || safe.get() ? rows : List.of("a row too early");
        });
    var thread = Thread.ofPlatform().start(relay);
    Awaitility.await().until(() -> RESTS.contains(thread.getState()));

    safe.set(true);
    mayReturn.countDown();

    assertThat(relay.get()).isNotEqualTo(List.of("a row too early"));
    assertThat(outbox.page(0, 10)).hasSize(1);
  }

  @Test
  void theRowsOfACommitThatDoesNotReturnStay() throws Exception {
    Thread.ofVirtual().start(this::commitARow);
    visible.await();

    assertThat(outbox.page(0, 10)).isEmpty();
  }

  @Test
  void itIsToldWhetherAllHaveReturned() {
    try (var _ = commits.begin()) {
      assertThat(commits.haveReturned(Duration.ofMillis(1))).isFalse();
    }
    assertThat(commits.haveReturned(Duration.ofMillis(1))).isTrue();
  }

  @Test
  void whoAwaitsThemIsToldWhenOneDoesNotReturn() {
    try (var _ = commits.begin()) {
      assertThatThrownBy(commits::await).isInstanceOf(TransientDataAccessResourceException.class);
    }
    commits.await();
  }

  private void commitARow() {
    var slow =
        new DelegatingDataSource(database) {
          @Override
          public Connection getConnection() throws SQLException {
            return slowToReturn(super.getConnection());
          }
        };
    new TransactionTemplate(new HonestCommits(slow, commits))
        .executeWithoutResult(_ ->
            new JdbcTemplate(slow)
                .update(
                    "insert into outbox (record_key, event_type, payload, correlation, traceparent,"
                        + " created_at) values ('7', 'Happened', '{}', 'c', 't',"
                        + " current_timestamp)"));
  }

  private Connection slowToReturn(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              try {
                Object result = method.invoke(connection, arguments);
                if (method.getName().equals("commit")) {
                  visible.countDown();
                  mayReturn.await();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
