package phoneseller.messaging;

import org.springframework.transaction.TransactionException;

/** The connection broke within a commit: whether it counts, nobody can say from here. */
final class CommitOutcomeUnknown extends TransactionException {

  private static final long serialVersionUID = 1;

  CommitOutcomeUnknown(Throwable cause) {
    super("The connection broke within the commit.", cause);
  }
}
