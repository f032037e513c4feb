package phoneseller.customer.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import phoneseller.http.HalPage;
import phoneseller.http.Link;

/**
 * The balance of a customer and, newest first, what came and went.
 *
 * @param balance now; below zero when points that were spent have been taken back
 */
record PointsPage(
    String customerId,
    long balance,
    @JsonProperty("_embedded") Map<String, List<Entry>> embedded,
    @JsonProperty("_links") Map<String, Link> links,
    HalPage.Totals page) {

  /**
   * @param reason earned, taken back, or given back when a cancel failed
   * @param balance after this entry
   */
  record Entry(long orderId, long point, String reason, long balance, Instant at) {}

  static PointsPage of(CustomerId customer, long balance, HalPage<Entry> page) {
    return new PointsPage(customer.value(), balance, page.embedded(), page.links(), page.page());
  }
}
