package phoneseller.benchmark;

import static phoneseller.benchmark.Rows.PRICE;
import static phoneseller.benchmark.Rows.TRACE;
import static phoneseller.benchmark.Rows.set;

import java.io.IOException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Paid orders whose events still wait in the outboxes of app and pay, as after a long absence of
 * the broker. Both must be stopped.
 */
final class Backlog {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final Rows rows;
  private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
  private final String stamp = STAMP.format(now);

  private Backlog(Rows rows) {
    this.rows = rows;
  }

  /** Adds that many orders to those that are stored. */
  static void add(Contender contender, long count) throws SQLException, IOException {
    var backlog = new Backlog(Rows.behind(contender, count));
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
    rows.insert(
        "app",
        "insert into orders (id, customer_id, item, qty, price, status, placed_at, asks,"
            + " correlation, traceparent, version)"
            + " values (?, ?, 'GX Note99', 1, ?, 'PAID', ?, 0, 'benchmark', ?, 1)",
        (row, order) -> set(row, order, Rows.customer(order), PRICE, now, TRACE));
    rows.insert(
        "app", event, (row, order) -> set(row, "" + order, "Ordered", ordered(order), TRACE, now));
    rows.insert(
        "pay",
        "insert into payment (order_id, customer_id, amount, provider_key, state, attempts,"
            + " correlation, traceparent, version)"
            + " values (?, ?, ?, ?, 'PAID', 0, 'benchmark', ?, 1)",
        (row, order) -> set(row, order, Rows.customer(order), PRICE, Rows.key(order), TRACE));
    rows.insert(
        "pay",
        event,
        (row, order) -> set(row, "" + order, "PayCompleted", payed(order), TRACE, now));
    rows.finish(
        "app", "alter table orders alter column id restart with " + (rows.first() + rows.count()));
    rows.book(shop);
  }

  private void fillYardstick() throws SQLException {
    String event = "insert into outbox (order_id, event) values (?, ?)";
    rows.insert(
        "app",
        "insert into orders values (?, ?, 'GX Note99', 1, ?, 1, 'Ordered', 0)",
        (row, order) -> set(row, order, Rows.customer(order), PRICE));
    rows.insert("app", event, (row, order) -> set(row, order, ordered(order)));
    rows.insert(
        "pay",
        "insert into payment values (?, ?, 'Payed')",
        (row, order) -> set(row, order, PRICE));
    rows.insert("pay", event, (row, order) -> set(row, order, payed(order)));
  }

  private String ordered(long order) {
    return """
    {"eventType":"Ordered","timestamp":"%s","id":%d,"item":"GX Note99","qty":1,\
    "status":"Ordered","store":null,"price":%d,"point":null,"customerId":"%s"}\
    """
        .formatted(stamp, order, PRICE, Rows.customer(order));
  }

  private String payed(long order) {
    return """
    {"eventType":"PayCompleted","timestamp":"%s","id":%d,"orderId":%d,"price":%d,\
    "process":"Payed","customerId":"%s"}\
    """
        .formatted(stamp, order, order, PRICE, Rows.customer(order));
  }
}
