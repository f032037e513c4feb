package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.local.FreePort;

class PatientMigrationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final int port = FreePort.find();

  @Test
  void aServiceThatStartsBeforeItsDatabaseWaitsForIt() throws Exception {
    try (var pool = pool();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var start =
          CompletableFuture.runAsync(
              () -> new PatientMigration(PATIENCE).migrate(schema(pool)), threads);
      await().atMost(PATIENCE).until(() -> refused(pool));
      assertThat(start).isNotDone();

      try (var _ = EmbeddedPostgres.builder().setPort(port).start()) {
        await().atMost(PATIENCE).until(start::isDone);
        assertThat(start).isCompleted();
        assertThat(
                new JdbcTemplate(pool).queryForObject("select count(*) from outbox", Integer.class))
            .isZero();
      }
    }
  }

  @Test
  void aDatabaseThatNeverComesEndsTheStart() {
    try (var pool = pool()) {
      var migration = new PatientMigration(Duration.ofMillis(700));
      assertThatThrownBy(() -> migration.migrate(schema(pool)))
          .satisfies(e -> assertThat(PassingCause.of(e)).isTrue());
    }
  }

  @Test
  void aSchemaThatIsNotOursEndsTheStartAtOnce() {
    try (var database = Database.H2.create()) {
      new JdbcTemplate(database)
          .update(
              "update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" is not null");
      assertThatThrownBy(() -> new PatientMigration(PATIENCE).migrate(schema(database)))
          .satisfies(e -> assertThat(PassingCause.of(e)).isFalse());
    }
  }

  private static boolean refused(HikariDataSource pool) {
    try (var _ = pool.getConnection()) {
      return false;
    } catch (SQLException e) {
      return PassingCause.of(e);
    }
  }

  private static Flyway schema(HikariDataSource pool) {
    return Flyway.configure().dataSource(pool).locations("classpath:db/messaging").load();
  }

  private HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:postgresql://localhost:" + port + "/postgres");
    pool.setUsername("postgres");
    pool.setConnectionTimeout(1_000);
    pool.setMaximumPoolSize(2);
    return pool;
  }
}
