package phoneseller.system;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Commits rows from several threads until it is killed, and notes each commit that was acknowledged
 * in a mapped file, which the system keeps when the process is gone.
 */
final class Committer {

  static final int MOST = 1_000_000;
  private static final int THREADS = 8;

  private Committer() {}

  public static void main(String... arguments) throws IOException, SQLException {
    String url = arguments[0];
    var acknowledged = notes(Path.of(arguments[1]));
    try (var connection = DriverManager.getConnection(url, "sa", "")) {
      connection
          .createStatement()
          .execute("create table kept (id bigint primary key, step integer, filling varchar(500))");
    }
    var next = new AtomicInteger();
    for (int i = 0; i < THREADS; i++) {
      Thread.ofPlatform().start(() -> commit(url, next, acknowledged));
    }
    System.out.println("committing");
  }

  static MappedByteBuffer notes(Path file) throws IOException {
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, 0, MOST);
    }
  }

  /** Inserts a row, then changes it: two commits, noted as 1 and 2. */
  private static void commit(String url, AtomicInteger next, MappedByteBuffer acknowledged) {
    try (var connection = DriverManager.getConnection(url, "sa", "")) {
      connection.setAutoCommit(false);
      for (int id = next.getAndIncrement(); id < MOST; id = next.getAndIncrement()) {
        run(connection, "insert into kept values (" + id + ", 1, '" + "x".repeat(400) + "')");
        acknowledged.put(id, (byte) 1);
        run(connection, "update kept set step = 2 where id = " + id);
        acknowledged.put(id, (byte) 2);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
    connection.commit();
  }
}
