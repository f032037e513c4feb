package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a commit during which a real PostgreSQL ends the connection. */
class HonestCommitsTest {

  @Test
  void aCommitWithoutAnAnswerIsNotToldAsNothingStored() {
    try (var pool = Database.POSTGRESQL.create();
        var another = Database.another(pool)) {
      var jdbc = new JdbcTemplate(pool);
      var transaction = new TransactionTemplate(new HonestCommits(pool, new CommitsUnderWay()));

      var lost =
          catchThrowableOfType(
              CommitOutcomeUnknown.class,
              () ->
                  transaction.executeWithoutResult(_ -> {
                    jdbc.execute("create table promised (id bigint)");
                    end(jdbc, another);
                  }));

      assertThat(PassingCause.of(lost)).isTrue();
      assertThat(new UnavailableProblems().unknown(lost).getStatusCode().value()).isEqualTo(504);
    }
  }

  @Test
  void aStatementThatFailsIsToldAsNothingStored() {
    try (var pool = Database.POSTGRESQL.create();
        var another = Database.another(pool)) {
      var jdbc = new JdbcTemplate(pool);
      var transaction = new TransactionTemplate(new HonestCommits(pool, new CommitsUnderWay()));

      assertThatThrownBy(() ->
              transaction.executeWithoutResult(_ -> {
                end(jdbc, another);
                jdbc.execute("create table promised (id bigint)");
              }))
          .isNotInstanceOf(CommitOutcomeUnknown.class)
          .satisfies(e -> assertThat(PassingCause.of(e)).isTrue());
    }
  }

  @Test
  void anEventThatCannotBeWrittenBeforeTheCommitIsToldAsNothingStored() {
    try (var pool = Database.POSTGRESQL.create();
        var another = Database.another(pool)) {
      var jdbc = new JdbcTemplate(pool);
      var transaction = new TransactionTemplate(new HonestCommits(pool, new CommitsUnderWay()));
      var outbox = new Outbox(jdbc, JsonMapper.shared(), () -> {});

      var failure =
          catchThrowableOfType(
              RuntimeException.class,
              () ->
                  transaction.executeWithoutResult(_ -> {
                    outbox.append("1", new Happened(1, "x"), Instant.EPOCH);
                    end(jdbc, another);
                  }));

      assertThat(failure).isInstanceOf(DataAccessException.class);
      assertThat(new UnavailableProblems().database(failure).getStatusCode().value())
          .isEqualTo(503);
    }
  }

  /** Ends the connection of the open transaction, as a server that is stopped does. */
  private static void end(JdbcTemplate transaction, DataSource another) {
    var pid = transaction.queryForObject("select pg_backend_pid()", Integer.class);
    new JdbcTemplate(another)
        .queryForObject("select pg_terminate_backend(?, 5000)", Boolean.class, pid);
  }
}
