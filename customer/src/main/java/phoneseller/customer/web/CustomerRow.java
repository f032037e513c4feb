package phoneseller.customer.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Link;

/**
 * An order as the contract shows it to its customer: price in won, point 0 once the points are
 * taken back, null what has not been heard of yet.
 */
record CustomerRow(
    long id,
    long orderId,
    @Nullable String customerId,
    @Nullable String item,
    @Nullable Integer qty,
    @Nullable Long price,
    @Nullable String status,
    @Nullable Long point,
    @JsonProperty("_links") Map<String, Link> links) {

  static CustomerRow of(ResultSet rs) throws SQLException {
    return of(rs, linksOf(rs.getLong("order_id")));
  }

  /** Where no request is at hand whose client's address the links could have. */
  static CustomerRow of(ResultSet rs, Map<String, Link> links) throws SQLException {
    long order = rs.getLong("order_id");
    return new CustomerRow(
        order,
        order,
        rs.getString("customer_id"),
        rs.getString("item"),
        rs.getObject("qty", Integer.class),
        rs.getObject("price", Long.class),
        rs.getString("status"),
        rs.getObject("point", Long.class),
        links);
  }

  /** As the client of the current request reaches them. */
  static Map<String, Link> linksOf(long order) {
    var self = Link.to("/customers/" + order);
    var links = new LinkedHashMap<String, Link>();
    links.put("self", self);
    links.put("customer", self);
    links.put("timeline", new Link(self.href() + "/timeline"));
    return links;
  }
}
