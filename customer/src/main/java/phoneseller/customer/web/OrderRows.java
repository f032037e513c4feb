package phoneseller.customer.web;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.ActiveSet;
import phoneseller.http.After;
import phoneseller.http.HalPage;
import phoneseller.http.KeysetPage;
import phoneseller.http.PageQuery;

/** The rows of the view, all of them or a customer's. */
@Repository
class OrderRows {

  private static final String ALL =
      "select * from order_view# order by order_id %s offset ? rows fetch next ? rows only";
  private static final String AFTER =
      "select * from order_view# where order_id > ? order by order_id fetch first ? rows only";
  private static final String OF_CUSTOMER =
      """
      select * from order_view# where customer_id = ? order by customer_id %1$s, order_id %1$s
      offset ? rows fetch next ? rows only\
      """;

  private static final String ORDERS_OF_CUSTOMER =
      "select sum(orders) from customer_totals# where customer_id = ?";

  private final JdbcClient jdbc;
  private final ActiveSet sets;

  OrderRows(JdbcClient jdbc, ActiveSet sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  Optional<CustomerRow> find(long order) {
    return jdbc.sql(sets.current().sql("select * from order_view# where order_id = ?"))
        .param(order)
        .query((rs, _) -> CustomerRow.of(rs))
        .optional();
  }

  /** Oldest first, unless asked otherwise. */
  HalPage<CustomerRow> all(PageQuery query) {
    var set = sets.current();
    long total = sum(jdbc.sql(set.sql("select sum(orders) from view_totals#")));
    var sql = ALL.formatted(query.descending() ? "desc" : "asc");
    return page(jdbc.sql(set.sql(sql)), query, total);
  }

  KeysetPage<CustomerRow> after(After after) {
    var rows =
        jdbc.sql(sets.current().sql(AFTER))
            .param(after.id())
            .param(after.size())
            .query((rs, _) -> CustomerRow.of(rs))
            .list();
    return KeysetPage.of("customers", rows, after, CustomerRow::orderId);
  }

  /** Newest first, unless asked otherwise. */
  HalPage<CustomerRow> of(CustomerId customer, PageQuery query) {
    var set = sets.current();
    long total = sum(jdbc.sql(set.sql(ORDERS_OF_CUSTOMER)).param(customer.value()));
    boolean ascending = query.property() != null && !query.descending();
    var sql = OF_CUSTOMER.formatted(ascending ? "asc" : "desc");
    return page(jdbc.sql(set.sql(sql)).param(customer.value()), query, total);
  }

  private static HalPage<CustomerRow> page(
      JdbcClient.StatementSpec select, PageQuery query, long total) {
    List<CustomerRow> rows =
        query.offset() >= total
            ? List.of()
            : select
                .param(query.offset())
                .param(query.size())
                .query((rs, _) -> CustomerRow.of(rs))
                .list();
    return HalPage.of("customers", rows, query, total);
  }

  private static long sum(JdbcClient.StatementSpec select) {
    return select.query((rs, _) -> rs.getLong(1)).single();
  }
}
