package phoneseller.customer.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import phoneseller.customer.projection.Batch.Changed;
import phoneseller.customer.projection.Batch.Stored;
import phoneseller.customer.view.Step;
import phoneseller.customer.view.TableSet;

/** The histories of orders, an entry a row of a {@code timeline}. */
@Repository
class HistoryTables {

  /** Each row that is found is held against half of the ids that were asked for. */
  private static final int AT_ONCE = 128;

  private static final String VERSIONS = "select order_id, version from order_view# where order_id";
  private static final String TIMELINES = "select * from timeline# where order_id";
  private static final String INSERT =
      """
      insert into timeline# (order_id, source, event_id, step, event, happened_at, row_id,
        customer_id, item, qty, price, point, correlation_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private final JdbcTemplate jdbc;

  HistoryTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Versions first: whoever commits between the two queries makes this batch lose, not forget. */
  Map<Long, Stored> load(TableSet set, Collection<Long> orders) {
    var versions = new HashMap<Long, Integer>();
    RowCallbackHandler readVersion = rs -> versions.put(rs.getLong(1), rs.getInt(2));
    query(set.sql(VERSIONS), orders, readVersion);
    var timelines = new HashMap<Long, List<Happening>>();
    RowCallbackHandler readStep =
        rs ->
            timelines
                .computeIfAbsent(rs.getLong("order_id"), _ -> new ArrayList<>())
                .add(happening(rs));
    query(set.sql(TIMELINES), versions.keySet(), readStep);
    var stored = new HashMap<Long, Stored>();
    versions.forEach((order, version) -> {
      var happenings = timelines.getOrDefault(order, List.of());
      stored.put(order, new Stored(new OrderHistory(order, happenings), version));
    });
    return stored;
  }

  int save(TableSet set, List<Changed> changed) {
    var rows = changed.stream().flatMap(c -> c.news().stream()).map(HistoryTables::row).toList();
    jdbc.batchUpdate(set.sql(INSERT), rows);
    return rows.size();
  }

  private void query(String sql, Collection<Long> orders, RowCallbackHandler row) {
    var all = List.copyOf(orders);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var ids = padded(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
      jdbc.query(sql + " in (" + "?,".repeat(ids.length - 1) + "?)", row, ids);
    }
  }

  /** To a power of two, the last id repeated, so that there are few statements to prepare. */
  private static Object[] padded(Collection<Long> orders) {
    var ids = new ArrayList<Object>(orders);
    while (Integer.bitCount(ids.size()) != 1) {
      ids.add(ids.getLast());
    }
    return ids.toArray();
  }

  private static @Nullable Object[] row(Happening h) {
    return new @Nullable Object[] {
      h.orderId(),
      h.source(),
      h.eventId(),
      h.step().rank(),
      h.step().event(),
      h.at().atOffset(ZoneOffset.UTC),
      h.rowId(),
      h.customerId(),
      h.item(),
      h.qty(),
      h.price(),
      h.point(),
      h.correlationId()
    };
  }

  private static Happening happening(ResultSet rs) throws SQLException {
    return new Happening(
        rs.getLong("order_id"),
        rs.getString("source"),
        rs.getString("event_id"),
        Step.of(rs.getString("event")),
        rs.getObject("happened_at", OffsetDateTime.class).toInstant(),
        rs.getLong("row_id"),
        rs.getString("customer_id"),
        rs.getString("item"),
        rs.getObject("qty", Integer.class),
        rs.getObject("price", Long.class),
        rs.getObject("point", Long.class),
        rs.getString("correlation_id"));
  }
}
