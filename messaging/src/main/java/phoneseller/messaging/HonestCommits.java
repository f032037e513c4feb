package phoneseller.messaging;

import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Tells a commit that surely failed from one whose answer was lost, so that nobody is told
 * "nothing was stored" of rows that may be there.
 */
final class HonestCommits extends JdbcTransactionManager {

  private static final long serialVersionUID = 1;

  HonestCommits(DataSource database) {
    super(database);
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    try {
      super.doCommit(status);
    } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CommitOutcomeUnknown(e);
    }
  }
}
