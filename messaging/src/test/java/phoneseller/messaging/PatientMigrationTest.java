package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import phoneseller.local.FreePort;

@Execution(CONCURRENT)
class PatientMigrationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final int port = FreePort.find();

  @Test
  void aServiceThatStartsBeforeItsDatabaseWaitsForIt() throws Exception {
    try (var pool = pool("postgres");
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
  void aUserAndADatabaseThatAreYetToBeMadeAreWaitedFor() throws Exception {
    try (var server = EmbeddedPostgres.builder().setPort(port).start();
        var pool = pool("shop");
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries = new AtomicInteger();
      var asked =
          new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
              tries.incrementAndGet();
              return super.getConnection();
            }
          };
      var start =
          CompletableFuture.runAsync(
              () -> new PatientMigration(PATIENCE).migrate(schema(asked)), threads);
      var operator = new JdbcTemplate(server.getPostgresDatabase());
      for (var step : List.of("create role shop login", "create database shop owner shop")) {
        int before = tries.get();
        await().atMost(PATIENCE).until(() -> start.isDone() || tries.get() > before + 1);
        assertThat(start).isNotDone();
        operator.execute(step);
      }
      await().atMost(PATIENCE).until(start::isDone);
      assertThat(start).isCompleted();
    }
  }

  @Test
  void aDatabaseThatNeverComesEndsTheStart() {
    try (var pool = pool("postgres")) {
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

  private static Flyway schema(DataSource pool) {
    return Flyway.configure().dataSource(pool).locations("classpath:db/messaging").load();
  }

  private HikariDataSource pool(String user) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:postgresql://localhost:" + port + "/" + user);
    pool.setUsername(user);
    pool.setConnectionTimeout(1_000);
    pool.setMaximumPoolSize(2);
    return pool;
  }
}
