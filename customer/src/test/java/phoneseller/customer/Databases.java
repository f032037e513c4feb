package phoneseller.customer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fresh database of each kind that the shop runs on. */
public final class Databases {

  private static @Nullable EmbeddedPostgres postgres;

  private Databases() {}

  public static String h2() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  }

  public static String hsqldb() {
    return "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc";
  }

  /** One server for all tests, a database for each. */
  public static synchronized String postgres() {
    try {
      if (postgres == null) {
        postgres = EmbeddedPostgres.start();
      }
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return postgres.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
