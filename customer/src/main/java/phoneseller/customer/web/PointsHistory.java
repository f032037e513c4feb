package phoneseller.customer.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.TableSet;
import phoneseller.customer.web.PointsPage.Entry;
import phoneseller.http.HalPage;
import phoneseller.http.PageQuery;

/**
 * A customer's points. The balance after an entry is today's less what came later, so it is right
 * however late an entry arrived, and the newest page is the cheapest.
 */
@Repository
class PointsHistory {

  private static final String TOTALS =
      "select sum(points), sum(entries) from customer_totals# where customer_id = ?";
  private static final String NEWEST_FIRST =
      """
      from points_entry# where customer_id = ?
      order by customer_id desc, happened_at desc, entry_id desc, order_id desc\
      """;
  private static final String NEWER =
      "select sum(point) from (select point " + NEWEST_FIRST + " fetch first ? rows only) newer";
  private static final String PAGE =
      "select order_id, happened_at, point, reason "
          + NEWEST_FIRST
          + " offset ? rows fetch next ? rows only";

  private final JdbcClient jdbc;
  private final ActiveSet sets;

  PointsHistory(JdbcClient jdbc, ActiveSet sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  /** All of it as of one moment, or the entries would not add up to the balance. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  PointsPage of(CustomerId customer, PageQuery query) {
    var set = sets.current();
    var totals =
        jdbc.sql(set.sql(TOTALS))
            .param(customer.value())
            .query((rs, _) -> new Totals(rs.getLong(1), rs.getLong(2)))
            .single();
    List<Entry> entries =
        query.offset() < totals.entries ? page(set, customer, query, totals.points) : List.of();
    return PointsPage.of(
        customer, totals.points, HalPage.of("points", entries, query, totals.entries));
  }

  private List<Entry> page(TableSet set, CustomerId customer, PageQuery query, long balance) {
    long after = balance - newer(set, customer, query.offset());
    var entries = new ArrayList<Entry>();
    for (var row : rows(set, customer, query)) {
      entries.add(row.withBalance(after));
      after -= row.point;
    }
    return entries;
  }

  private long newer(TableSet set, CustomerId customer, long entries) {
    return entries == 0
        ? 0
        : jdbc.sql(set.sql(NEWER))
            .param(customer.value())
            .param(entries)
            .query((rs, _) -> rs.getLong(1))
            .single();
  }

  private List<Row> rows(TableSet set, CustomerId customer, PageQuery query) {
    return jdbc.sql(set.sql(PAGE))
        .param(customer.value())
        .param(query.offset())
        .param(query.size())
        .query((rs, _) ->
            new Row(
                rs.getLong("order_id"),
                rs.getObject("happened_at", OffsetDateTime.class),
                rs.getLong("point"),
                rs.getString("reason")))
        .list();
  }

  private record Totals(long points, long entries) {}

  private record Row(long orderId, OffsetDateTime at, long point, String reason) {

    Entry withBalance(long balance) {
      return new Entry(orderId, point, reason, balance, at.toInstant());
    }
  }
}
