package phoneseller.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Paid orders whose events still wait in the outboxes of app and pay, as after a long absence of
 * the broker. Both must be stopped.
 */
final class Backlog {

  private static final long PRICE = 495_000;
  private static final int CUSTOMERS = 1_000;
  private static final int BATCH = 5_000;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final Contender contender;
  private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
  private final String stamp = STAMP.format(now);
  private final long first;
  private final long count;

  private Backlog(Contender contender, long first, long count) {
    this.contender = contender;
    this.first = first;
    this.count = count;
  }

  /** Adds that many orders to those that are stored. */
  static void add(Contender contender, long count) throws SQLException, IOException {
    long first;
    try (var app = contender.database("app");
        var last = app.createStatement().executeQuery("select coalesce(max(id), 0) from orders")) {
      last.next();
      first = last.getLong(1) + 1;
    }
    var backlog = new Backlog(contender, first, count);
    if (contender instanceof RealShop shop) {
      backlog.fillShop(shop);
    } else {
      backlog.fillYardstick();
    }
  }

  private void fillShop(RealShop shop) throws SQLException, IOException {
    String event =
        "insert into outbox (record_key, event_type, payload, correlation, traceparent, created_at)"
            + " values (?, ?, ?, 'benchmark', ?, ?)";
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    write(
        "app",
        "insert into orders (id, customer_id, item, qty, price, status, placed_at, asks,"
            + " correlation, traceparent, version)"
            + " values (?, ?, 'GX Note99', 1, ?, 'PAID', ?, 0, 'benchmark', ?, 1)",
        (row, order) -> set(row, order, customer(order), PRICE, now, trace),
        event,
        (row, order) -> set(row, "" + order, "Ordered", ordered(order), trace, now));
    write(
        "pay",
        "insert into payment (order_id, customer_id, amount, provider_key, state, attempts,"
            + " correlation, traceparent, version)"
            + " values (?, ?, ?, ?, 'PAID', 0, 'benchmark', ?, 1)",
        (row, order) -> set(row, order, customer(order), PRICE, key(order).toString(), trace),
        event,
        (row, order) -> set(row, "" + order, "PayCompleted", payed(order), trace, now));
    try (var app = contender.database("app");
        var statement = app.createStatement()) {
      statement.execute("alter table orders alter column id restart with " + (first + count));
      app.commit();
    }
    book(shop.shop().folder().resolve("pay").resolve("provider-journal.ndjson"));
  }

  private void fillYardstick() throws SQLException {
    String event = "insert into outbox (order_id, event) values (?, ?)";
    write(
        "app",
        "insert into orders values (?, ?, 'GX Note99', 1, ?, 1, 'Ordered', 0)",
        (row, order) -> set(row, order, customer(order), PRICE),
        event,
        (row, order) -> set(row, order, ordered(order)));
    write(
        "pay",
        "insert into payment values (?, ?, 'Payed')",
        (row, order) -> set(row, order, PRICE),
        event,
        (row, order) -> set(row, order, payed(order)));
  }

  private interface Values {
    void set(PreparedStatement row, long order) throws SQLException;
  }

  private void write(String service, String rowSql, Values row, String eventSql, Values event)
      throws SQLException {
    try (Connection database = contender.database(service);
        var rows = database.prepareStatement(rowSql);
        var events = database.prepareStatement(eventSql)) {
      for (long order = first; order < first + count; order++) {
        row.set(rows, order);
        rows.addBatch();
        event.set(events, order);
        events.addBatch();
        if ((order - first) % BATCH == BATCH - 1 || order == first + count - 1) {
          rows.executeBatch();
          events.executeBatch();
          database.commit();
        }
      }
    }
  }

  private static void set(PreparedStatement row, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
  }

  /** The provider has been paid, too. */
  private void book(Path journal) throws IOException {
    var lines =
        LongStream.range(first, first + count)
            .mapToObj(order ->
                "{\"orderId\":%d,\"key\":\"%s\",\"amount\":%d,\"kind\":\"charge\"}\n"
                    .formatted(order, key(order), PRICE))
            .collect(Collectors.joining());
    Files.writeString(journal, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static UUID key(long order) {
    return new UUID(0x4000L, 0x8000000000000000L + order);
  }

  private static String customer(long order) {
    return "customer-" + order % CUSTOMERS;
  }

  private String ordered(long order) {
    return """
    {"eventType":"Ordered","timestamp":"%s","id":%d,"item":"GX Note99","qty":1,\
    "status":"Ordered","store":null,"price":%d,"point":null,"customerId":"%s"}\
    """
        .formatted(stamp, order, PRICE, customer(order));
  }

  private String payed(long order) {
    return """
    {"eventType":"PayCompleted","timestamp":"%s","id":%d,"orderId":%d,"price":%d,\
    "process":"Payed","customerId":"%s"}\
    """
        .formatted(stamp, order, order, PRICE, customer(order));
  }
}
