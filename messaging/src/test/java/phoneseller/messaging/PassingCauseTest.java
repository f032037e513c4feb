package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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
        new IllegalStateException("wrapped", new CannotAcquireLockException("busy")));
  }

  static List<Throwable> forGood() {
    return List.of(
        new IllegalStateException(),
        new NullPointerException(),
        new DuplicateKeyException("there already"),
        new DataIntegrityViolationException("too long"));
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
