package phoneseller.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A new, empty database of each kind that the services run on. */
public enum TestDatabase {
  H2,
  HSQLDB,
  POSTGRESQL;

  private static final AtomicInteger CREATED = new AtomicInteger();

  /** Where the database is. */
  public record Address(String url, String user) {}

  public Address create() {
    String name = "test" + CREATED.incrementAndGet();
    return switch (this) {
      case H2 -> new Address("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa");
      case HSQLDB -> new Address("jdbc:hsqldb:mem:" + name + ";hsqldb.tx=mvcc", "sa");
      case POSTGRESQL -> {
        Postgres.run("create database " + name);
        yield new Address(Postgres.SERVER.getJdbcUrl("postgres", name), "postgres");
      }
    };
  }

  /** With the tables of the service under test in it. */
  public DataSource migrated() {
    var address = create();
    var source = DataSourceBuilder.create().url(address.url).username(address.user).build();
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/messaging", "classpath:db/migration")
        .load()
        .migrate();
    return source;
  }

  /** Points a service at a new one. */
  public void configure(DynamicPropertyRegistry properties) {
    var address = create();
    properties.add("spring.datasource.url", address::url);
    properties.add("spring.datasource.username", address::user);
  }

  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static void run(String sql) {
      try (var connection = SERVER.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
