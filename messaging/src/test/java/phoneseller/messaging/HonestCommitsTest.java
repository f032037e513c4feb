package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told of a commit during which a real PostgreSQL ends the connection. */
class HonestCommitsTest {

  @Test
  void aCommitWithoutAnAnswerIsNotToldAsNothingStored() {
    try (var pool = Database.POSTGRESQL.create();
        var another = Database.another(pool)) {
      var jdbc = new JdbcTemplate(pool);
      var transaction = new TransactionTemplate(new HonestCommits(pool));

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
      var transaction = new TransactionTemplate(new HonestCommits(pool));

      assertThatThrownBy(() ->
              transaction.executeWithoutResult(_ -> {
                end(jdbc, another);
                jdbc.execute("create table promised (id bigint)");
              }))
          .isNotInstanceOf(CommitOutcomeUnknown.class)
          .satisfies(e -> assertThat(PassingCause.of(e)).isTrue());
    }
  }

  /** Ends the connection of the open transaction, as a server that is stopped does. */
  private static void end(JdbcTemplate transaction, DataSource another) {
    var pid = transaction.queryForObject("select pg_backend_pid()", Integer.class);
    new JdbcTemplate(another)
        .queryForObject("select pg_terminate_backend(?, 5000)", Boolean.class, pid);
  }
}
