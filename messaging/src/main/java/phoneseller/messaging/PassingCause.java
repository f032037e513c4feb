package phoneseller.messaging;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a failure that repeating will mend, a database away or a lost race, from one for good. */
public final class PassingCause {

  private PassingCause() {}

  public static boolean of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransientDataAccessException
          || cause instanceof RecoverableDataAccessException
          || cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof RetriableException
          || cause instanceof DeadLetters.NotParked) {
        return true;
      }
      // A connection that broke in a transaction breaks its rollback too, which hides the cause.
      if (cause instanceof TransactionSystemException rollback
          && rollback.getApplicationException() != null) {
        return of(rollback.getApplicationException());
      }
    }
    return false;
  }
}
