package phoneseller.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * A real PostgreSQL server on the loopback address with one database for each service, owned by a
 * user of the same name. It writes through to the disk before it says that a row is committed.
 */
public final class Postgres implements AutoCloseable {

  public static final List<String> SERVICES = List.of("app", "pay", "store", "reward", "customer");

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts a server on a free port that forgets everything when it is closed, for tests. */
  public static Postgres start() throws IOException, SQLException {
    return withDatabases(settings(Redirect.DISCARD).start());
  }

  /** Starts the server on its folder; a server that a killed process left there is taken over. */
  static Postgres start(Path folder, int port, Redirect log) throws IOException, SQLException {
    PostgresFolder place = PostgresFolder.prepare(folder);
    return withDatabases(
        settings(log)
            .setPort(port)
            .setDataDirectory(place.data())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(place.programs().toFile())
            .start());
  }

  private static EmbeddedPostgres.Builder settings(Redirect log) {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "200")
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("autovacuum_naptime", "5s") // a plan made on empty tables must not last
        .setOutputRedirector(log)
        .setErrorRedirector(log);
  }

  private static Postgres withDatabases(EmbeddedPostgres server) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (String service : SERVICES) {
        ensureDatabase(statement, service);
      }
    }
    return new Postgres(server);
  }

  private static void ensureDatabase(Statement statement, String name) throws SQLException {
    if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
      statement.execute("CREATE ROLE " + name + " LOGIN");
    }
    if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
      statement.execute("CREATE DATABASE " + name + " OWNER " + name);
    }
    statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  public int port() {
    return server.getPort();
  }

  /** The address of a service's database; the service's name is the user, without a password. */
  public String url(String service) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + service;
  }

  /** The database of one service, seen as that service. */
  public DataSource database(String service) {
    return server.getDatabase(service, service);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
