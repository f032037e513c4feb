package phoneseller.customer.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.ActiveSet;

/**
 * What happened to an order, in order; an order's few entries are sorted by the clock and nature.
 */
@Repository
class Timelines {

  private static final String TIMELINE =
      """
      select event, happened_at, price, point, source, event_id, correlation_id
      from timeline# where order_id = ? order by happened_at, step, source, event_id\
      """;

  private final JdbcClient jdbc;
  private final ActiveSet sets;

  Timelines(JdbcClient jdbc, ActiveSet sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  /**
   * @param id of all entries of the order, this one's alone
   */
  record Told(String id, TimelineEntry entry) {}

  List<TimelineEntry> of(long order) {
    return told(order).stream().map(Told::entry).toList();
  }

  List<Told> told(long order) {
    return jdbc.sql(sets.current().sql(TIMELINE))
        .param(order)
        .query((rs, _) ->
            new Told(
                rs.getString("source") + "/" + rs.getString("event_id"),
                new TimelineEntry(
                    rs.getString("event"),
                    rs.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    rs.getObject("price", Long.class),
                    rs.getObject("point", Long.class),
                    rs.getString("source"),
                    rs.getString("correlation_id"))))
        .list();
  }
}
