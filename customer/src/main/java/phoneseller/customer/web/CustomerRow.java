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
    long order = rs.getLong("order_id");
    var self = Link.to("/customers/" + order);
    return new CustomerRow(
        order,
        order,
        rs.getString("customer_id"),
        rs.getString("item"),
        rs.getObject("qty", Integer.class),
        rs.getObject("price", Long.class),
        rs.getString("status"),
        rs.getObject("point", Long.class),
        links(self));
  }

  private static Map<String, Link> links(Link self) {
    var links = new LinkedHashMap<String, Link>();
    links.put("self", self);
    links.put("customer", self);
    links.put("timeline", new Link(self.href() + "/timeline"));
    return links;
  }
}
