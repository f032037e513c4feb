package phoneseller.messaging;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** The databases that a service may run on; every one made here is new and has an empty outbox. */
enum Database {
  H2,
  HSQLDB,
  POSTGRESQL;

  private static final AtomicInteger COUNT = new AtomicInteger();

  HikariDataSource create() {
    var pool = connect(newUrl("test_" + COUNT.incrementAndGet()));
    Flyway.configure().dataSource(pool).locations("classpath:db/messaging").load().migrate();
    return pool;
  }

  /** A pool of its own on the same database, as another instance of the service has it. */
  static HikariDataSource another(HikariDataSource pool) {
    return connect(pool.getJdbcUrl());
  }

  private static HikariDataSource connect(String url) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(url.startsWith("jdbc:postgresql") ? "postgres" : "sa");
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(1);
    return pool;
  }

  private String newUrl(String name) {
    return switch (this) {
      case H2 -> "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
      case HSQLDB -> "jdbc:hsqldb:mem:" + name + ";hsqldb.tx=mvcc";
      case POSTGRESQL -> {
        new JdbcTemplate(Server.RUNNING.getPostgresDatabase()).execute("create database " + name);
        yield "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name;
      }
    };
  }

  private static final class Server {

    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
