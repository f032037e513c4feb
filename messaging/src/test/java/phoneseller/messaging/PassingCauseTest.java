package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class PassingCauseTest {

  static List<Throwable> passing() {
    return List.of(
        new CannotAcquireLockException("busy"),
        new OptimisticLockingFailureException("lost a race"),
        new CannotGetJdbcConnectionException("away"),
        new CannotCreateTransactionException("away"),
        new TimeoutException("the broker is away"),
        new DeadLetters.NotParked(new IllegalStateException()),
        new IllegalStateException("wrapped", new CannotAcquireLockException("busy")),
        uncategorized("08006", 0), // PostgreSQL: the connection broke
        uncategorized("40P01", 0), // deadlock
        uncategorized("53100", 0), // disk full
        uncategorized("53300", 0), // too many connections
        uncategorized("57P01", 0), // shutting down
        uncategorized("57P02", 0), // another of its processes crashed
        uncategorized("57P03", 0), // starting up
        uncategorized("57014", 0), // took too long
        uncategorized("55P03", 0), // a lock not had in time
        uncategorized("25006", 0), // a standby, or not writable for now
        uncategorized("58030", 0), // its disk fails
        uncategorized("90098", 90098), // H2: closed
        uncategorized("90031", 90031), // H2: its file is not writable
        uncategorized("S1000", -452), // HSQLDB: its file is not writable
        uncategorized("40501", -4871), // HSQLDB: a row changed by two
        new UncategorizedSQLException(
            "batch", null, next(new BatchUpdateException(), new SQLException("", "57P01"))));
  }

  static List<Throwable> forGood() {
    return List.of(
        new IllegalStateException(),
        new NullPointerException(),
        new DuplicateKeyException("there already"),
        new DataIntegrityViolationException("too long"),
        uncategorized("22001", 0),
        uncategorized("23505", 0),
        uncategorized("40002", 0),
        uncategorized("42601", 0),
        uncategorized("S1000", -458));
  }

  private static Throwable uncategorized(String state, int code) {
    return new UncategorizedSQLException("work", null, new SQLException("failed", state, code));
  }

  private static SQLException next(SQLException failure, SQLException cause) {
    failure.setNextException(cause);
    return failure;
  }

  @ParameterizedTest
  @MethodSource("passing")
  void repeatingWillMend(Throwable failure) {
    assertThat(PassingCause.of(failure)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("forGood")
  void repeatingWillNotMend(Throwable failure) {
    assertThat(PassingCause.of(failure)).isFalse();
  }

  @Test
  void aConnectionThatDiesInATransactionPasses() {
    try (var database = Database.POSTGRESQL.create()) {
      var jdbc = new JdbcTemplate(database);
      var transaction = new TransactionTemplate(new JdbcTransactionManager(database));

      Throwable failure =
          catchThrowable(() ->
              transaction.executeWithoutResult(
                  _ -> jdbc.execute("select pg_terminate_backend(pg_backend_pid())")));

      assertThat(failure).isNotNull().matches(PassingCause::of);
    }
  }
}
