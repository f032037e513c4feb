package phoneseller.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * So many orders behind those that a contender has, written straight into its databases. The
 * services that they are written for must be stopped.
 */
record Rows(Contender contender, long first, long count) {

  static final long PRICE = 495_000;
  static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static final int CUSTOMERS = 1_000;
  private static final int BATCH = 5_000;

  /** Sets the parameters for one order. */
  interface Values {
    void set(PreparedStatement row, long order) throws SQLException;
  }

  static Rows behind(Contender contender, long count) throws SQLException {
    return new Rows(contender, next(contender, "app", "orders"), count);
  }

  /** The id that a table would give next. */
  static long next(Contender contender, String service, String table) throws SQLException {
    try (var database = contender.database(service);
        var statement = database.createStatement();
        var last = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
      last.next();
      return last.getLong(1) + 1;
    }
  }

  void insert(String service, String sql, Values values) throws SQLException {
    try (var database = contender.database(service);
        var rows = database.prepareStatement(sql)) {
      for (long order = first; order < first + count; order++) {
        values.set(rows, order);
        rows.addBatch();
        if ((order - first) % BATCH == BATCH - 1 || order == first + count - 1) {
          rows.executeBatch();
          database.commit();
        }
      }
    }
  }

  static void set(PreparedStatement row, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
  }

  /** What remains to be done behind the rows of a service, in one transaction. */
  void finish(String service, String... statements) throws SQLException {
    try (var database = contender.database(service);
        var statement = database.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
      database.commit();
    }
  }

  /** The shop's provider has been paid, too. */
  void book(RealShop shop) throws IOException {
    Path journal = shop.files("pay").resolve("provider-journal.ndjson");
    try (var lines =
        Files.newBufferedWriter(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (long order = first; order < first + count; order++) {
        lines.write(
            "{\"orderId\":%d,\"key\":\"%s\",\"amount\":%d,\"kind\":\"charge\"}\n"
                .formatted(order, key(order), PRICE));
      }
    }
  }

  static String key(long order) {
    return new UUID(0x4000L, 0x8000000000000000L + order).toString();
  }

  static String customer(long order) {
    return "customer-" + order % CUSTOMERS;
  }
}
