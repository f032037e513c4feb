package phoneseller.customer.projection;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.TableSet;

/** The inactive set of tables, on its way to become the view. */
@Repository
class NewView {

  private static final List<String> TABLES =
      List.of("order_view#", "timeline#", "points_entry#", "customer_totals#");
  private static final List<Object[]> STRIPES =
      IntStream.range(0, Batch.STRIPES).mapToObj(stripe -> new Object[] {stripe}).toList();

  private final JdbcTemplate jdbc;
  private final ActiveSet sets;
  private final ViewPositions positions;

  NewView(JdbcTemplate jdbc, ActiveSet sets, ViewPositions positions) {
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

  void empty(TableSet set, Map<Integer, Long> beginnings) {
    TABLES.forEach(table -> jdbc.execute(set.sql("truncate table " + table)));
    jdbc.update(set.sql("delete from view_totals#"));
    jdbc.batchUpdate(set.sql("insert into view_totals# (stripe, orders) values (?, 0)"), STRIPES);
    positions.begin(set, beginnings);
  }

  /** From the end of this transaction on, the set is the view. */
  void activate(TableSet set) {
    jdbc.update(
        "update active_set set table_set = ?, swapped_at = current_timestamp", set.number());
    positions.clear(set.other());
    sets.forget();
  }
}
