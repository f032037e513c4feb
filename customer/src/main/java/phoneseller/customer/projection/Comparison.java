package phoneseller.customer.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.OrderStatus;
import phoneseller.customer.view.TableSet;

/**
 * Finds in what two sets of tables differ. All of it is looked through beside the running view,
 * part by part; what differed then is looked at again when both stand at the same position.
 */
@Repository
class Comparison {

  static final int MOST = 10_000;

  private static final int PART = 2000;
  private static final int AT_ONCE = 500;
  private static final List<String> TABLES = List.of("order_view#", "timeline#", "points_entry#");
  private static final List<String> ROWS =
      List.of(
          """
          select order_id, customer_id, item, qty, price, status, point, waiting_since
          from order_view# where order_id in (%s)\
          """,
          """
          select order_id, source, event_id, step, event, happened_at, row_id, customer_id, item,
            qty, price, point, correlation_id
          from timeline# where order_id in (%s) order by order_id, source, event_id\
          """,
          """
          select order_id, entry_id, customer_id, happened_at, point, reason from points_entry#
          where order_id in (%s) order by order_id, entry_id\
          """);
  private static final List<String> KEPT = kept();
  private static final String TOTALS =
      """
      select customer_id from (
        select customer_id, %1$s from customer_totals where %%1$s
        union all
        select customer_id, %2$s from customer_totals_2 where %%1$s) both_sets
      group by customer_id having %3$s\
      """
          .formatted(each("%s", ", "), each("-%1$s as %1$s", ", "), each("sum(%s) <> 0", " or "));
  private static final String NEXT_CUSTOMER =
      """
      select customer_id from customer_totals# where customer_id > ? order by customer_id
      offset 20000 rows fetch next 1 rows only\
      """;

  private final JdbcTemplate jdbc;

  Comparison(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What may differ, found while both move. */
  record Suspects(SortedSet<Long> orders, long further, SortedSet<String> customers) {}

  /** The rows of an order in the three tables, as text. */
  private record Rows(List<String> view, List<String> timeline, List<String> points) {

    static Rows none() {
      return new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    List<String> of(int table) {
      return List.of(view, timeline, points).get(table);
    }

    RowCounts counts() {
      return new RowCounts(view.size(), timeline.size(), points.size());
    }
  }

  /**
   * @param goesOn called between the parts
   */
  Suspects suspects(TableSet old, TableSet fresh, Runnable goesOn) {
    var orders = new TreeSet<Long>();
    long further = 0;
    @Nullable Long after = Long.MIN_VALUE;
    while (after != null) {
      goesOn.run();
      var part = new TreeSet<Long>();
      after = nextPart(after, part);
      for (var order : differing(old, fresh, part, (_, _, _) -> {})) {
        if (orders.size() < MOST) {
          orders.add(order);
        } else {
          further++;
        }
      }
    }
    return new Suspects(orders, further, customers(old, goesOn));
  }

  /** What still differs of the suspects; the sets must stand still, at the same position. */
  Differences differences(TableSet old, TableSet fresh, Suspects suspects) {
    var losing = new TreeSet<Long>();
    var more = new RowCounts[] {RowCounts.NONE};
    var orders =
        differing(
            old,
            fresh,
            suspects.orders,
            (order, before, now) -> {
              more[0] = more[0].plus(before.counts()).minus(now.counts());
              if (now.timeline.size() < before.timeline.size()) {
                losing.add(order);
              }
            });
    var customers = new TreeSet<String>();
    for (var some : parts(suspects.customers)) {
      var in = "customer_id in (" + marks(some.size()) + ")";
      var twice = new ArrayList<Object>(some);
      twice.addAll(some);
      customers.addAll(jdbc.queryForList(TOTALS.formatted(in), String.class, twice.toArray()));
    }
    return new Differences(orders, losing, customers, suspects.further, more[0]);
  }

  /** What is kept for lists and for the flow. */
  ViewTally keptCounts(TableSet set) {
    var statuses = Stream.of(OrderStatus.values()).map(s -> "sum(" + s.column() + ")").toList();
    var sql = "select sum(orders), sum(complete), " + String.join(", ", statuses);
    return jdbc.query(
            set.sql(sql + " from view_totals#"),
            (rs, _) -> {
              var counts = new ArrayList<Long>();
              for (int column = 3; column < 3 + statuses.size(); column++) {
                counts.add(rs.getLong(column));
              }
              return new ViewTally(rs.getLong(1), rs.getLong(2), new StatusCounts(counts));
            })
        .getFirst();
  }

  private interface Difference {
    void of(long order, Rows old, Rows fresh);
  }

  private SortedSet<Long> differing(
      TableSet old, TableSet fresh, Collection<Long> orders, Difference difference) {
    var differing = new TreeSet<Long>();
    for (var some : parts(orders)) {
      var before = load(old, some);
      var now = load(fresh, some);
      for (long order : some) {
        var rowsBefore = before.getOrDefault(order, Rows.none());
        var rowsNow = now.getOrDefault(order, Rows.none());
        if (!rowsBefore.equals(rowsNow)) {
          differing.add(order);
          difference.of(order, rowsBefore, rowsNow);
        }
      }
    }
    return differing;
  }

  /**
   * Collects the orders of the next part from all six tables; returns its end, null at the last.
   */
  private @Nullable Long nextPart(long after, NavigableSet<Long> part) {
    @Nullable Long end = null;
    for (var set : TableSet.values()) {
      for (var table : TABLES) {
        var sql =
            "select order_id from "
                + table
                + " where order_id > ? order by order_id fetch first ? rows only";
        var ids = jdbc.queryForList(set.sql(sql), Long.class, after, PART);
        part.addAll(ids);
        if (ids.size() == PART) {
          long last = ids.getLast();
          end = end == null ? last : Math.min(end, last);
        }
      }
    }
    if (end != null) {
      part.tailSet(end, false).clear();
    }
    return end;
  }

  private Map<Long, Rows> load(TableSet set, List<Long> orders) {
    var loaded = new HashMap<Long, Rows>();
    for (int i = 0; i < ROWS.size(); i++) {
      int table = i;
      RowCallbackHandler read =
          rs -> {
            var text = new StringBuilder();
            for (int column = 2; column <= rs.getMetaData().getColumnCount(); column++) {
              text.append(rs.getString(column)).append('\n');
            }
            loaded.computeIfAbsent(rs.getLong(1), _ -> Rows.none()).of(table).add(text.toString());
          };
      jdbc.query(set.sql(ROWS.get(table)).formatted(marks(orders.size())), read, orders.toArray());
    }
    return loaded;
  }

  /** In parts whose ends the database knows, as its order of texts is its own. */
  private SortedSet<String> customers(TableSet old, Runnable goesOn) {
    var customers = new TreeSet<String>();
    @Nullable String after = "";
    while (after != null && customers.size() < MOST) {
      goesOn.run();
      var end = endOfCustomers(old, after);
      var bounds = end == null ? List.of(after, after) : List.of(after, end, after, end);
      var range = end == null ? "customer_id > ?" : "customer_id > ? and customer_id <= ?";
      customers.addAll(jdbc.queryForList(TOTALS.formatted(range), String.class, bounds.toArray()));
      after = end;
    }
    return customers;
  }

  private @Nullable String endOfCustomers(TableSet old, String after) {
    for (var set : List.of(old, old.other())) {
      var end = jdbc.queryForList(set.sql(NEXT_CUSTOMER), String.class, after);
      if (!end.isEmpty()) {
        return end.getFirst();
      }
    }
    return null;
  }

  private static <T> List<List<T>> parts(Collection<T> all) {
    var list = List.copyOf(all);
    var parts = new ArrayList<List<T>>();
    for (int from = 0; from < list.size(); from += AT_ONCE) {
      parts.add(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
    }
    return parts;
  }

  private static List<String> kept() {
    var statuses = Stream.of(OrderStatus.values()).map(OrderStatus::column);
    return Stream.concat(Stream.of("orders", "entries", "points"), statuses).toList();
  }

  /** For each count that is kept of a customer. */
  private static String each(String pattern, String between) {
    return KEPT.stream().map(pattern::formatted).collect(Collectors.joining(between));
  }

  private static String marks(int count) {
    return "?" + ", ?".repeat(count - 1);
  }
}
