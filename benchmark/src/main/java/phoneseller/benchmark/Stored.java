package phoneseller.benchmark;

import static phoneseller.benchmark.Rows.PRICE;
import static phoneseller.benchmark.Rows.TRACE;
import static phoneseller.benchmark.Rows.set;

import java.io.IOException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Orders of long ago, shipped and with their points, as the shop's five databases keep them. */
final class Stored {

  /** The services that keep them; all must be stopped. */
  static final List<String> SERVICES = List.of("app", "pay", "store", "reward", "customer");

  private static final long POINTS = PRICE / 10;

  private final RealShop shop;
  private final Rows rows;
  private final OffsetDateTime then = OffsetDateTime.now(ZoneOffset.UTC);

  /** From an order's id to that of its entry in the ledger. */
  private final long toEntry;

  private Stored(RealShop shop, Rows rows) throws SQLException {
    this.shop = shop;
    this.rows = rows;
    this.toEntry = Rows.next(shop, "reward", "ledger_entry") - rows.first();
  }

  /** Adds as many as are missing to so many in all. */
  static void upTo(RealShop shop, long count) throws SQLException, IOException {
    var rows = Rows.behind(shop, 0);
    long missing = count - rows.first() + 1;
    if (missing > 0) {
      new Stored(shop, new Rows(shop, rows.first(), missing)).fill();
    }
  }

  private void fill() throws SQLException, IOException {
    rows.insert(
        "app",
        "insert into orders (id, customer_id, item, qty, price, status, points, points_entry,"
            + " placed_at, asks, correlation, traceparent, version)"
            + " values (?, ?, 'GX Note99', 1, ?, 'SHIPPED', ?, ?, ?, 0, 'benchmark', ?, 3)",
        (row, order) ->
            set(row, order, Rows.customer(order), PRICE, POINTS, entry(order), then, TRACE));
    rows.insert(
        "pay",
        "insert into payment (order_id, customer_id, amount, provider_key, state, attempts,"
            + " correlation, traceparent, version)"
            + " values (?, ?, ?, ?, 'PAID', 0, 'benchmark', ?, 2)",
        (row, order) -> set(row, order, Rows.customer(order), PRICE, Rows.key(order), TRACE));
    rows.book(shop);
    rows.insert(
        "store",
        "insert into shipment (order_id, status, item, customer_id, version)"
            + " values (?, 'Shipped', 'GX Note99', ?, 1)",
        (row, order) -> set(row, order, Rows.customer(order)));
    rows.insert(
        "reward",
        "insert into ledger_entry (id, order_id, seq, customer_id, points, kind, booked_at)"
            + " values (?, ?, 1, ?, ?, 'GRANT', ?)",
        (row, order) -> set(row, entry(order), order, Rows.customer(order), POINTS, then));
    fillView();
    long next = rows.first() + rows.count();
    rows.finish("app", "alter table orders alter column id restart with " + next);
    rows.finish(
        "reward", "alter table ledger_entry alter column id restart with " + (next + toEntry));
    for (var service : SERVICES) {
      if (shop.setting().postgres()) {
        rows.finish(service, "analyze");
      } else if (service.equals("store") || service.equals("reward")) {
        rows.finish(service, "shutdown");
      }
    }
  }

  private void fillView() throws SQLException {
    rows.insert(
        "customer",
        "insert into order_view (order_id, customer_id, item, qty, price, status, point, version)"
            + " values (?, ?, 'GX Note99', 1, ?, 'Shipped', ?, 4)",
        (row, order) -> set(row, order, Rows.customer(order), PRICE, POINTS));
    rows.insert(
        "customer",
        "insert into points_entry (order_id, entry_id, customer_id, happened_at, point, reason)"
            + " values (?, ?, ?, ?, ?, 'earned')",
        (row, order) -> set(row, order, entry(order), Rows.customer(order), then, POINTS));
    step(10, "Ordered");
    step(20, "PayCompleted");
    step(40, "Shipped");
    step(50, "RewardCompleted");
    rows.finish(
        "customer",
        "delete from customer_totals",
        """
        insert into customer_totals (customer_id, stripe, orders, entries, points, ordered, payed,
          shipped, order_cancelled, pay_cancelled, pay_failed)
        select customer_id, 0, count(*),
          (select count(*) from points_entry p where p.customer_id = v.customer_id),
          (select coalesce(sum(point), 0) from points_entry p where p.customer_id = v.customer_id),
          sum(case when status = 'Ordered' then 1 else 0 end),
          sum(case when status = 'Payed' then 1 else 0 end),
          sum(case when status = 'Shipped' then 1 else 0 end),
          sum(case when status = 'OrderCancelled' then 1 else 0 end),
          sum(case when status = 'PayCancelled' then 1 else 0 end),
          sum(case when status = 'PayFailed' then 1 else 0 end)
        from order_view v where customer_id is not null group by customer_id\
        """,
        "update view_totals set orders = orders + %1$d, complete = complete + %1$d, shipped = shipped + %1$d where stripe = 0"
            .formatted(rows.count()));
  }

  private void step(int rank, String event) throws SQLException {
    rows.insert(
        "customer",
        "insert into timeline (order_id, source, event_id, step, event, happened_at, row_id,"
            + " customer_id, item, qty, price, point, correlation_id)"
            + " values (?, 'benchmark', ?, ?, ?, ?, ?, ?, 'GX Note99', 1, ?, ?, 'benchmark')",
        (row, order) ->
            set(
                row,
                order,
                "" + rank,
                rank,
                event,
                then,
                rank == 50 ? entry(order) : order,
                Rows.customer(order),
                PRICE,
                POINTS));
  }

  private long entry(long order) {
    return order + toEntry;
  }
}
