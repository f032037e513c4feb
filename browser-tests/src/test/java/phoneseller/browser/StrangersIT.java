package phoneseller.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two customers side by side see their own, and a page of somebody else's can do nothing for them.
 */
@ExtendWith(Browsing.class)
class StrangersIT {

  private static final int NOTE = 1;
  private static final long NOBODYS = 987_654_321;

  @Test
  void anothersOrderIsAsIfItWereNot(Visitors visitors) {
    var one = visitors.signedIn("customer-1");
    long order = one.order(NOTE);
    one.sees("Shipped");
    var other = visitors.signedIn("customer-2", Look.PHONE);
    other.surprises().expect(404);

    other.visit("/order.html?id=" + order);
    assertThat(other.page().locator("#content .notice")).hasCount(1);
    assertThat(other.at("order-status")).hasCount(0);
    other.visit("/me.html");
    assertThat(other.at("orders-list").locator("table, .notice")).hasCount(1);
    assertThat(other.at("order-" + order)).hasCount(0);
    for (var address :
        List.of("/orders/%d", "/customers/%d", "/customers/%d/timeline", "/customers/%d/events")) {
      assertThat(other.status(address.formatted(order))).as(address).isEqualTo(404);
      assertThat(told(other, address, order)).isEqualTo(told(other, address, NOBODYS));
      assertThat(one.status("/orders/" + order)).isEqualTo(200);
    }
    assertThat(other.body("/customers/search/findByCustomerId?customerId=customer-1"))
        .contains("\"totalElements\":0");
    assertThat(other.body("/customers/points?customerId=customer-1")).doesNotContain("49500");
    for (var address :
        List.of("/payments/" + order, "/storeManages", "/rewards", "/customers/flow")) {
      assertThat(other.status(address)).as(address).isEqualTo(403);
    }
  }

  @Test
  void aDeskIsClosedToWhoeverHasNoBusinessThere(Visitors visitors) {
    var customer = visitors.signedIn("customer-1");
    customer.surprises().expect(403);
    for (var desk : List.of("/dealer.html", "/operator.html")) {
      customer.visit(desk);
      assertThat(customer.at("refused")).isVisible();
    }
    assertThat(customer.at("nav-operator")).hasCount(0);
  }

  /**
   * A page at another port of the same host, whose requests carry the cookies, and at another host.
   */
  @Test
  void aPageOfAnotherOriginCannotAct(Visitors visitors) {
    var customer = visitors.signedIn("customer-2");
    long order = customer.order(NOTE);
    customer.sees("Shipped");
    long before = OrderingIT.orders(customer);
    var guest = visitors.guest();
    long guestsBefore = OrderingIT.orders(guest);
    String shop = visitors.shop().process("gateway").url();

    try (var elsewhere = new Elsewhere(shop, order)) {
      for (var host : List.of("localhost", "127.0.0.1")) {
        var page = customer.page().context().newPage();
        customer.surprises().pauseFor(page, elsewhere.address(host));
        page.navigate(elsewhere.address(host));
        assertThat(page.locator("#tried")).hasText("6");
        assertThat(page.locator("#read")).hasText("");
        page.locator("button").click();
        page.waitForURL(shop + "/orders");
        page.close();
      }
    }
    assertThat(OrderingIT.orders(customer)).isEqualTo(before);
    assertThat(OrderingIT.orders(guest)).isEqualTo(guestsBefore);
    customer.visit("/order.html?id=" + order);
    customer.sees("Shipped");
  }

  private static String told(Visitor visitor, String address, long order) {
    return visitor
        .body(address.formatted(order))
        .replaceAll("\"correlationId\":\"[0-9a-f]+\"", "")
        .replaceAll("\\b" + order + "\\b", "N");
  }
}
