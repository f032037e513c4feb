package phoneseller.benchmark.bare;

import java.util.ArrayList;
import java.util.List;

/** Writes the view: a row for each order, and one for each event of its timeline. */
final class BareCustomer implements Feed.Reaction {

  static final List<String> TABLES =
      List.of(
          """
          create table if not exists order_view (
            order_id bigint primary key, customer_id varchar(64) not null, item varchar(200) not null,
            qty bigint not null, price bigint not null, step integer not null,
            status varchar(20) not null, points bigint not null)\
          """,
          "create index if not exists order_view_customer on order_view (customer_id, order_id desc)",
          """
          create table if not exists timeline (
            order_id bigint not null, event varchar(20) not null, happened_at bigint not null,
            primary key (order_id, event))\
          """);
  private static final String EVENT = "insert into timeline values (?, ?, ?)";
  private static final String CHANGES =
      """
      customer_id = case when v.customer_id = '' then n.customer_id else v.customer_id end,
      item = case when v.item = '' then n.item else v.item end,
      qty = greatest(v.qty, n.qty), price = greatest(v.price, n.price),
      status = case when v.step < n.step then n.status else v.status end,
      step = greatest(v.step, n.step), points = v.points + n.points\
      """;
  private static final String ON_POSTGRES =
      "insert into order_view as v values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (order_id) do update set "
          + CHANGES.replace("n.", "excluded.");
  private static final String ON_FILES =
      """
      merge into order_view v using (values (cast(? as bigint), cast(? as varchar), cast(? as varchar),
        cast(? as bigint), cast(? as bigint), cast(? as integer), cast(? as varchar), cast(? as bigint)))
        n(order_id, customer_id, item, qty, price, step, status, points) on v.order_id = n.order_id
      when not matched then insert values (n.order_id, n.customer_id, n.item, n.qty, n.price,
        n.step, n.status, n.points)
      when matched then update set %s\
      """
          .formatted(CHANGES);

  private final String view;

  BareCustomer(boolean postgres) {
    this.view = postgres ? ON_POSTGRES : ON_FILES;
  }

  @Override
  public List<Row> rows(List<Flat> events) {
    long now = System.currentTimeMillis();
    var rows = new ArrayList<Row>();
    for (var event : events) {
      rows.add(Row.of(EVENT, event.order(), event.type(), now));
    }
    for (var progress : Progress.of(events)) {
      rows.add(
          Row.of(
              view,
              progress.order,
              progress.customer,
              progress.item,
              progress.qty,
              progress.price,
              progress.status.step(),
              progress.status.wire(),
              progress.points));
    }
    return rows;
  }
}
