package phoneseller.customer.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.OrderStatus;

/** The flow of orders through the shop, from the kept counts and one end of an index. */
@Repository
class Flows {

  private static final String COUNTS =
      Stream.of(OrderStatus.values())
          .map(status -> ", sum(" + status.column() + ") as " + status.column())
          .collect(
              Collectors.joining(
                  "",
                  "select sum(orders) as orders, sum(complete) as complete",
                  " from view_totals#"));

  /** The bound keeps those that wait for nothing out of it, wherever an engine sorts null. */
  private static final String WAITING =
      """
      select order_id, status, waiting_since from order_view# where waiting_since > ?
      order by waiting_since, order_id fetch first 10 rows only\
      """;

  private final JdbcClient jdbc;
  private final ActiveSet sets;
  private final NewestEvent newest;

  Flows(JdbcClient jdbc, ActiveSet sets, NewestEvent newest) {
    this.jdbc = jdbc;
    this.sets = sets;
    this.newest = newest;
  }

  Flow now() {
    var waiting = waiting();
    var asOf = newest.time().orElse(null);
    return jdbc.sql(sets.current().sql(COUNTS))
        .query((rs, _) -> {
          var orders = new LinkedHashMap<String, Long>();
          for (var status : OrderStatus.values()) {
            orders.put(status.wire(), rs.getLong(status.column()));
          }
          return new Flow(orders, rs.getLong("orders"), rs.getLong("complete"), waiting, asOf);
        })
        .single();
  }

  private List<Flow.Waiting> waiting() {
    return jdbc.sql(sets.current().sql(WAITING))
        .param(Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .query((rs, _) ->
            new Flow.Waiting(
                rs.getLong("order_id"),
                rs.getString("status"),
                rs.getObject("waiting_since", OffsetDateTime.class).toInstant()))
        .list();
  }
}
