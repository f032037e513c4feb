package phoneseller.messaging;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Tells a commit that surely failed from one whose answer was lost, so that nobody is told "nothing
 * was stored" of rows that may be there. A failed rollback never hides what came before.
 */
final class HonestCommits extends JdbcTransactionManager {

  private static final long serialVersionUID = 1;
  private static final Logger log = LoggerFactory.getLogger(HonestCommits.class);

  private final transient CommitsUnderWay underWay;

  HonestCommits(DataSource database, CommitsUnderWay underWay) {
    super(database);
    this.underWay = underWay;
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    try (var _ = underWay.begin()) {
      super.doCommit(status);
    } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CommitOutcomeUnknown(e);
    }
  }

  /** Where the connection is broken the server has rolled back; the pool throws it away. */
  @Override
  protected void doRollback(DefaultTransactionStatus status) {
    try {
      super.doRollback(status);
    } catch (RuntimeException e) {
      log.debug("a transaction ended with its connection", e);
    }
  }
}
