package phoneseller.customer.projection;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.TableSet;

/** The inactive set of tables, on its way to become the view. */
@Repository
class NewView {

  private static final List<String> TABLES =
      List.of("order_view#", "timeline#", "points_entry#", "customer_totals#");

  /** Those that no key needs. They are made when the rows are there: that costs far less. */
  private static final Map<String, String> INDEXES =
      Map.of(
          "order_view#_customer", "order_view# (customer_id, order_id)",
          "order_view#_status", "order_view# (status, order_id)",
          "order_view#_customer_status", "order_view# (customer_id, status, order_id)",
          "order_view#_waiting", "order_view# (waiting_since, order_id)",
          "timeline#_correlation", "timeline# (correlation_id, order_id)",
          "points_entry#_customer", "points_entry# (customer_id, happened_at, entry_id, order_id)");

  private static final List<Object[]> STRIPES =
      IntStream.range(0, Batch.STRIPES).mapToObj(stripe -> new Object[] {stripe}).toList();

  private final DataSource dataSource;
  private final JdbcTemplate jdbc;
  private final ActiveSet sets;
  private final ViewPositions positions;

  NewView(DataSource dataSource, JdbcTemplate jdbc, ActiveSet sets, ViewPositions positions) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.sets = sets;
    this.positions = positions;
  }

  /** Whether somebody may still be reading what was the view until a moment ago. */
  boolean isStillRead() {
    Integer swaps =
        jdbc.queryForObject(
            """
            select count(*) from active_set
            where swapped_at > current_timestamp - interval '10' second\
            """,
            Integer.class);
    return swaps != null && swaps > 0;
  }

  /** Without rows, and without indexes but for those of keys. */
  void empty(TableSet set, Map<Integer, Long> beginnings) {
    TABLES.forEach(table -> jdbc.execute(set.sql("truncate table " + table)));
    INDEXES.keySet().forEach(index -> jdbc.execute(set.sql("drop index if exists " + index)));
    jdbc.update(set.sql("delete from view_totals#"));
    jdbc.batchUpdate(set.sql("insert into view_totals# (stripe, orders) values (?, 0)"), STRIPES);
    positions.begin(set, beginnings);
  }

  /** With the patience that the pool's connections do not have. */
  void index(TableSet set) {
    var patient =
        DataSourceBuilder.derivedFrom(dataSource).type(SimpleDriverDataSource.class).build();
    INDEXES.forEach((index, columns) ->
        new JdbcTemplate(patient)
            .execute(set.sql("create index if not exists " + index + " on " + columns)));
  }

  /** From the end of this transaction on, the set is the view. */
  void activate(TableSet set) {
    jdbc.update(
        "update active_set set table_set = ?, swapped_at = current_timestamp", set.number());
    positions.clear(set.other());
    sets.forget();
  }
}
