package phoneseller.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Brings the schema up to date when a service starts. A database that is away then, or goes away
 * meanwhile, or is yet to be made with its user, is waited for; after the patience the start fails,
 * for whoever supervises the process.
 */
final class PatientMigration implements FlywayMigrationStrategy {

  private static final Logger log = LoggerFactory.getLogger(PatientMigration.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** No such user, or not with this password; no such database. */
  private static final Set<String> NOT_YET_MADE = Set.of("28000", "28P01", "3D000");

  private final Duration patience;

  PatientMigration(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void migrate(Flyway schema) {
    long began = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        schema.migrate();
        return;
      } catch (RuntimeException e) {
        if (!isWaitedFor(e) || System.nanoTime() - began >= patience.toNanos()) {
          throw e;
        }
        if (!told) {
          told = true;
          log.warn("the database is not there, and waited for: {}", lastOf(e).toString());
        }
        pause(e);
      }
    }
  }

  private static boolean isWaitedFor(RuntimeException failure) {
    return PassingCause.of(failure)
        || (lastOf(failure) instanceof SQLException refusal
            && refusal.getSQLState() != null
            && NOT_YET_MADE.contains(refusal.getSQLState()));
  }

  private static void pause(RuntimeException cause) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }

  private static Throwable lastOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
