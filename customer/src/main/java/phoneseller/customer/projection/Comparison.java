package phoneseller.customer.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
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

  private static final int AT_ONCE = 500;

  /** The tables, and how many rows of them at most are looked at together. */
  private static final Map<String, Integer> PARTS =
      Map.of("order_view#", 500, "points_entry#", 1_000, "timeline#", 2_500);

  private static final List<String> ROWS =
      List.of(
          """
          select order_id, customer_id, item, qty, price, status, point, waiting_since
          from order_view# where %s\
          """,
          """
          select order_id, source, event_id, step, event, happened_at, row_id, customer_id, item,
            qty, price, point, correlation_id
          from timeline# where %s order by order_id, source, event_id\
          """,
          """
          select order_id, entry_id, customer_id, happened_at, point, reason from points_entry#
          where %s order by order_id, entry_id\
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

  /** The rows of an order in the three tables. */
  private record Rows(List<Object> view, List<Object> timeline, List<Object> points) {

    static Rows none() {
      return new Rows(new ArrayList<>(1), new ArrayList<>(), new ArrayList<>(1));
    }

    List<Object> of(int table) {
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
      @Nullable Long end = endOfPart(after);
      var range = end == null ? "order_id > ?" : "order_id > ? and order_id <= ?";
      var bounds = end == null ? new Object[] {after} : new Object[] {after, end};
      var both = Stream.of(old, fresh).parallel().map(set -> load(set, range, bounds)).toList();
      for (var order : differing(both.getFirst(), both.getLast())) {
        if (orders.size() < MOST) {
          orders.add(order);
        } else {
          further++;
        }
      }
      after = end;
    }
    return new Suspects(orders, further, customers(old, goesOn));
  }

  /** What still differs of the suspects; the sets must stand still, at the same position. */
  Differences differences(TableSet old, TableSet fresh, Suspects suspects) {
    var losing = new TreeSet<Long>();
    var more = RowCounts.NONE;
    var orders = new TreeSet<Long>();
    for (var some : parts(suspects.orders)) {
      var in = "order_id in (" + marks(some.size()) + ")";
      var before = load(old, in, some.toArray());
      var now = load(fresh, in, some.toArray());
      for (long order : differing(before, now)) {
        var rowsBefore = before.getOrDefault(order, Rows.none());
        var rowsNow = now.getOrDefault(order, Rows.none());
        orders.add(order);
        more = more.plus(rowsBefore.counts()).minus(rowsNow.counts());
        if (rowsNow.timeline.size() < rowsBefore.timeline.size()) {
          losing.add(order);
        }
      }
    }
    var customers = new TreeSet<String>();
    for (var some : parts(suspects.customers)) {
      var in = "customer_id in (" + marks(some.size()) + ")";
      var twice = new ArrayList<Object>(some);
      twice.addAll(some);
      customers.addAll(jdbc.queryForList(TOTALS.formatted(in), String.class, twice.toArray()));
    }
    return new Differences(orders, losing, customers, suspects.further, more);
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

  private static SortedSet<Long> differing(Map<Long, Rows> before, Map<Long, Rows> now) {
    var differing = new TreeSet<>(before.keySet());
    differing.addAll(now.keySet());
    differing.removeIf(order -> Objects.equals(before.get(order), now.get(order)));
    return differing;
  }

  /** The last order of the next part, so that no table has many rows in it; null at the end. */
  private @Nullable Long endOfPart(long after) {
    return Stream.of(TableSet.values())
        .flatMap(set ->
            PARTS.entrySet().stream()
                .flatMap(part -> endOfPart(set.sql(part.getKey()), after, part.getValue())))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Stream<Long> endOfPart(String table, long after, int rows) {
    var sql =
        "select order_id from %s where order_id > ? order by order_id offset %d rows fetch next 1 rows only";
    return jdbc.queryForList(sql.formatted(table, rows - 1), Long.class, after).stream();
  }

  private Map<Long, Rows> load(TableSet set, String which, Object[] bounds) {
    var loaded = new HashMap<Long, Rows>();
    for (int i = 0; i < ROWS.size(); i++) {
      int table = i;
      ResultSetExtractor<Map<Long, Rows>> read =
          rs -> {
            int columns = rs.getMetaData().getColumnCount();
            while (rs.next()) {
              var row = new ArrayList<@Nullable Object>(columns);
              for (int column = 2; column <= columns; column++) {
                row.add(rs.getObject(column));
              }
              loaded.computeIfAbsent(rs.getLong(1), _ -> Rows.none()).of(table).add(row);
            }
            return loaded;
          };
      jdbc.query(set.sql(ROWS.get(table)).formatted(which), read, bounds);
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
