package phoneseller.customer.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.ActiveSet;
import phoneseller.http.After;
import phoneseller.http.HalPage;
import phoneseller.http.KeysetPage;
import phoneseller.http.Link;
import phoneseller.http.PageQuery;

/** The rows of the view, all of them or a customer's. */
@Repository
class OrderRows {

  private static final String CORRELATED =
      """
      select * from order_view# where order_id in (
        select order_id from (
          select order_id from timeline# where correlation_id = ?
          order by correlation_id desc, order_id desc fetch first 1000 rows only) newest)
      order by order_id desc fetch first 100 rows only\
      """;

  private final JdbcClient jdbc;
  private final ActiveSet sets;

  OrderRows(JdbcClient jdbc, ActiveSet sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  Optional<CustomerRow> find(long order) {
    return find(order, CustomerRow.linksOf(order));
  }

  Optional<CustomerRow> find(long order, Map<String, Link> links) {
    return jdbc.sql(sets.current().sql("select * from order_view# where order_id = ?"))
        .param(order)
        .query((rs, _) -> CustomerRow.of(rs, links))
        .optional();
  }

  /** What the work with this correlation id has touched, newest first, a hundred at most. */
  List<CustomerRow> correlated(String correlationId) {
    return jdbc.sql(sets.current().sql(CORRELATED))
        .param(correlationId)
        .query((rs, _) -> CustomerRow.of(rs))
        .list();
  }

  HalPage<CustomerRow> page(Which which, PageQuery query, boolean descending) {
    var set = sets.current();
    long total =
        jdbc.sql(set.sql(which.total()))
            .params(which.totalParameters())
            .query((rs, _) -> rs.getLong(1))
            .single();
    List<CustomerRow> rows =
        query.offset() >= total
            ? List.of()
            : jdbc.sql(set.sql(which.rows(descending ? "desc" : "asc")))
                .params(which.rowParameters())
                .param(query.offset())
                .param(query.size())
                .query((rs, _) -> CustomerRow.of(rs))
                .list();
    return HalPage.of("customers", rows, query, total);
  }

  KeysetPage<CustomerRow> after(Which which, After after) {
    var rows =
        jdbc.sql(sets.current().sql(which.rowsAfter()))
            .params(which.rowParameters())
            .param(after.id())
            .param(after.size())
            .query((rs, _) -> CustomerRow.of(rs))
            .list();
    return KeysetPage.of("customers", rows, after, CustomerRow::orderId);
  }
}
