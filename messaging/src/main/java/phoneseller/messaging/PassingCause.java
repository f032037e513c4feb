package phoneseller.messaging;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a failure that repeating will mend, a database away or a lost race, from one for good. */
public final class PassingCause {

  /**
   * The connection, a transaction that had to give way, resources that are used up (connections,
   * memory, the disk), the operator's intervention (shut down, still starting, cancelled), the
   * system below the database.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

  /** A lock not had in time, a transaction open for too long, a database that only reads. */
  private static final Set<String> STATES = Set.of("55P03", "25P03", "25P04", "25006");

  private static final String CONSTRAINT_AT_COMMIT = "40002";

  /**
   * Of the embedded engines, which tell these by their own codes alone: closed or being closed, a
   * file not readable or writable, a full disk. H2 counts upwards, HSQLDB downwards.
   */
  private static final Set<Integer> CODES =
      Set.of(
          90020, 90028, 90031, 90067, 90097, 90098, 90121, 90131, 90135, 50200, -452, -455, -456,
          -460, -466, -467, -468, -469, -472);

  private PassingCause() {}

  public static boolean of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransientDataAccessException
          || cause instanceof RecoverableDataAccessException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof RetriableException
          || cause instanceof DeadLetters.NotParked
          || (cause instanceof SQLException sql && ofDatabase(sql))) {
        return true;
      }
      // A connection that broke in a transaction breaks its rollback too, which hides the cause.
      if (cause instanceof TransactionSystemException rollback
          && rollback.getApplicationException() != null
          && of(rollback.getApplicationException())) {
        return true;
      }
    }
    return false;
  }

  /** A batch tells the cause of its failure as the next exception. */
  private static boolean ofDatabase(SQLException failure) {
    for (SQLException each = failure; each != null; each = each.getNextException()) {
      if (each instanceof SQLTransientException
          || each instanceof SQLRecoverableException
          || each instanceof SQLNonTransientConnectionException
          || isPassing(each.getSQLState())
          || CODES.contains(each.getErrorCode())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(@Nullable String state) {
    return state != null
        && state.length() == 5
        && !state.equals(CONSTRAINT_AT_COMMIT)
        && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
  }
}
