package phoneseller.customer.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.OrderStatus;
import phoneseller.customer.view.TableSet;
import phoneseller.messaging.Delivery;

/** What the view holds, or should hold after these events, in lines of text. */
public record ViewContents(
    List<String> rows,
    List<String> steps,
    List<String> points,
    List<String> totals,
    String viewTotals) {

  private static final String STATUSES =
      Stream.of(OrderStatus.values())
          .map(status -> ", sum(" + status.column() + ")")
          .collect(Collectors.joining());

  /** As if no event had ever been counted for the whole view. */
  public static void nothingCounted(JdbcTemplate jdbc) {
    jdbc.update("delete from view_totals");
    for (int stripe = 0; stripe < 12; stripe++) {
      jdbc.update("insert into view_totals (stripe, orders) values (?, 0)", stripe);
    }
  }

  public static ViewContents of(JdbcTemplate jdbc, ActiveSet sets) {
    return of(jdbc, sets.asked());
  }

  static ViewContents of(JdbcTemplate jdbc, TableSet set) {
    return new ViewContents(
        lines(
            jdbc,
            set.sql(
                """
                select order_id, customer_id, item, qty, price, status, point,
                  case when waiting_since is null then 'complete' else 'awaiting' end
                from order_view# order by 1\
                """)),
        lines(
            jdbc,
            set.sql(
                "select order_id, source, event_id, event, correlation_id from timeline#"
                    + " order by 1, 2, 3")),
        lines(
            jdbc,
            set.sql(
                "select order_id, entry_id, customer_id, point, reason from points_entry# order by"
                    + " 1, 2")),
        lines(
                jdbc,
                set.sql(
                    "select customer_id, sum(orders), sum(entries), sum(points)"
                        + STATUSES
                        + " from customer_totals# group by customer_id having sum(orders) <> 0"))
            .stream()
            .sorted()
            .toList(),
        lines(jdbc, set.sql("select sum(orders), sum(complete)" + STATUSES + " from view_totals#"))
            .getFirst());
  }

  /** By the pure functions alone, without any table. */
  public static ViewContents after(Collection<Delivery<ShopEvent>> events) {
    var histories = new TreeMap<Long, OrderHistory>();
    for (var event : events) {
      var happening = Happening.of(event);
      long order = happening.orderId();
      var known = histories.getOrDefault(order, OrderHistory.unheardOf(order));
      histories.put(order, known.with(List.of(happening)));
    }
    var rows = new ArrayList<String>();
    var steps = new ArrayList<String>();
    var points = new ArrayList<String>();
    Map<String, Tally> totals = new TreeMap<>();
    var view = ViewTally.NOTHING;
    for (var history : histories.values()) {
      var row = history.row();
      rows.add(
          line(
              row.orderId(),
              row.customerId(),
              row.item(),
              row.qty(),
              row.price(),
              row.status(),
              row.point(),
              row.waitingSince() == null ? "complete" : "awaiting"));
      history.happenings().stream()
          .sorted(Comparator.comparing(Happening::source).thenComparing(Happening::eventId))
          .forEach(h ->
              steps.add(
                  line(h.orderId(), h.source(), h.eventId(), h.step().event(), h.correlationId())));
      history
          .points()
          .forEach(p ->
              points.add(line(p.orderId(), p.entryId(), p.customerId(), p.point(), p.reason())));
      view = view.plus(ViewTally.of(history));
      if (row.customerId() != null) {
        totals.merge(row.customerId(), Tally.of(history), Tally::plus);
      }
    }
    var totalLines = new ArrayList<String>();
    totals.forEach(
        (c, t) -> totalLines.add(line(c, t.orders(), t.entries(), t.points(), line(t.statuses()))));
    var viewLine = line(view.orders(), view.complete(), line(view.statuses()));
    return new ViewContents(rows, steps, points, totalLines, viewLine);
  }

  private static String line(StatusCounts counts) {
    return line(counts.inOrder().toArray());
  }

  private static String line(@Nullable Object... values) {
    var texts = new ArrayList<String>();
    for (var value : values) {
      texts.add(String.valueOf(value));
    }
    return String.join(" ", texts);
  }

  private static List<String> lines(JdbcTemplate jdbc, String sql) {
    return jdbc.query(
        sql,
        (rs, _) -> {
          var values = new ArrayList<String>();
          for (int column = 1; column <= rs.getMetaData().getColumnCount(); column++) {
            values.add(String.valueOf(rs.getString(column)));
          }
          return String.join(" ", values);
        });
  }
}
