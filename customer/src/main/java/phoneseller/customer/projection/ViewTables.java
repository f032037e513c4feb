package phoneseller.customer.projection;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import phoneseller.customer.projection.Batch.Changed;
import phoneseller.customer.projection.Batch.CustomerStripe;
import phoneseller.customer.view.OrderStatus;
import phoneseller.customer.view.TableSet;

/** The tables that questions are answered from. */
@Repository
class ViewTables {

  private static final String INSERT_ROW =
      """
      insert into order_view# (customer_id, item, qty, price, status, point, waiting_since,
        order_id, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, 1 + ?)\
      """;
  private static final String UPDATE_ROW =
      """
      update order_view# set customer_id = ?, item = ?, qty = ?, price = ?, status = ?, point = ?,
        waiting_since = ?, version = version + 1
      where order_id = ? and version = ?\
      """;
  private static final String INSERT_POINTS =
      """
      insert into points_entry# (customer_id, happened_at, point, reason, order_id, entry_id)
      values (?, ?, ?, ?, ?, ?)\
      """;
  private static final String UPDATE_POINTS =
      """
      update points_entry# set customer_id = ?, happened_at = ?, point = ?, reason = ?
      where order_id = ? and entry_id = ?\
      """;
  private static final String ADD_TO_CUSTOMER =
      "update customer_totals# set orders = orders + ?, entries = entries + ?, points = points + ?, "
          + each("%1$s = %1$s + ?")
          + " where customer_id = ? and stripe = ?";
  private static final String INSERT_CUSTOMER =
      "insert into customer_totals# (orders, entries, points, "
          + each("%s")
          + ", customer_id, stripe) values (?, ?, ?, "
          + each("?")
          + ", ?, ?)";
  private static final String ADD_TO_VIEW =
      "update view_totals# set orders = orders + ?, complete = complete + ?, "
          + each("%1$s = %1$s + ?")
          + " where stripe = ?";

  private final JdbcTemplate jdbc;

  ViewTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void saveRows(TableSet set, List<Changed> changed) {
    insert(
        set.sql(INSERT_ROW), changed.stream().filter(Changed::isNew).map(ViewTables::row).toList());
    var known = changed.stream().filter(c -> !c.isNew()).map(ViewTables::row).toList();
    if (!missed(set.sql(UPDATE_ROW), known).isEmpty()) {
      throw new OptimisticLockingFailureException("an order has been changed meanwhile");
    }
  }

  int savePoints(TableSet set, List<Changed> changed) {
    var added = new ArrayList<@Nullable Object[]>();
    var revised = new ArrayList<@Nullable Object[]>();
    for (var change : changed) {
      var before = change.before().points();
      for (var entry : change.after().points()) {
        if (before.stream().noneMatch(e -> e.entryId() == entry.entryId())) {
          added.add(row(entry));
        } else if (!before.contains(entry)) {
          revised.add(row(entry));
        }
      }
    }
    insert(set.sql(INSERT_POINTS), added);
    insert(set.sql(UPDATE_POINTS), revised);
    return added.size();
  }

  void addToCustomers(TableSet set, Map<CustomerStripe, Tally> tallies) {
    var rows = tallies.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
    insert(set.sql(INSERT_CUSTOMER), missed(set.sql(ADD_TO_CUSTOMER), rows));
  }

  void addToView(TableSet set, Map<Integer, ViewTally> tallies) {
    insert(
        set.sql(ADD_TO_VIEW),
        tallies.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList());
  }

  private void insert(String sql, List<@Nullable Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows);
    }
  }

  /** The rows of an update that found nothing to update. */
  private List<@Nullable Object[]> missed(String sql, List<@Nullable Object[]> rows) {
    var missed = new ArrayList<@Nullable Object[]>();
    int[] counts = rows.isEmpty() ? new int[0] : jdbc.batchUpdate(sql, rows);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        missed.add(rows.get(i));
      }
    }
    return missed;
  }

  private static @Nullable Object[] row(Changed change) {
    var row = change.after().row();
    return new @Nullable Object[] {
      row.customerId(),
      row.item(),
      row.qty(),
      row.price(),
      row.status(),
      row.point(),
      row.waitingSince() == null ? null : row.waitingSince().atOffset(ZoneOffset.UTC),
      row.orderId(),
      change.version()
    };
  }

  private static @Nullable Object[] row(PointsEntry entry) {
    return new @Nullable Object[] {
      entry.customerId(),
      entry.at().atOffset(ZoneOffset.UTC),
      entry.point(),
      entry.reason(),
      entry.orderId(),
      entry.entryId()
    };
  }

  private static @Nullable Object[] row(CustomerStripe key, Tally tally) {
    var row = new ArrayList<@Nullable Object>();
    row.addAll(List.of(tally.orders(), tally.entries(), tally.points()));
    row.addAll(tally.statuses().inOrder());
    row.addAll(List.of(key.customerId(), key.stripe()));
    return row.toArray();
  }

  private static @Nullable Object[] row(int stripe, ViewTally tally) {
    var row = new ArrayList<@Nullable Object>(List.of(tally.orders(), tally.complete()));
    row.addAll(tally.statuses().inOrder());
    row.add(stripe);
    return row.toArray();
  }

  /** For the column of each status, in their order. */
  private static String each(String pattern) {
    return Stream.of(OrderStatus.values())
        .map(status -> pattern.formatted(status.column()))
        .collect(Collectors.joining(", "));
  }
}
