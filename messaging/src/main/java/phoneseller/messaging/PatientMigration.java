package phoneseller.messaging;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Brings the schema up to date when a service starts. A database that is away then, or goes away
 * meanwhile, is waited for; after the patience the start fails, for whoever supervises the process.
 */
final class PatientMigration implements FlywayMigrationStrategy {

  private static final Logger log = LoggerFactory.getLogger(PatientMigration.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

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
        if (!PassingCause.of(e) || System.nanoTime() - began >= patience.toNanos()) {
          throw e;
        }
        if (!told) {
          told = true;
          log.warn("the database is away, and waited for: {}", lastOf(e));
        }
        pause(e);
      }
    }
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
