package phoneseller.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever page, language, screen and theme: everybody can use it, and text stays text. */
@ExtendWith(Browsing.class)
class EveryPageIT {

  private static final String SCRIPT =
      "<script>window.hit = 1</script><img src=x onerror=\"window.hit = 2\">";
  private static final List<String> GUESTS = List.of("/", "/phone.html?id=1", "/phone.html?id=9");

  @ParameterizedTest
  @CsvSource({"ko, 360, false", "ko, 1280, true", "en, 360, true", "en, 1280, false"})
  void everyPageIsForEverybody(String language, int width, boolean dark, Visitors visitors)
      throws Exception {
    var look = new Look(language, width, dark);
    long order = visitors.client().place("GX Note99", 1, 495_000, "customer-1").id();
    var wrong = new ArrayList<String>();
    var guest = visitors.guest(look);
    GUESTS.forEach(path -> wrong.addAll(look(guest, path)));
    var customer = visitors.signedIn("customer-1", look);
    wrong.addAll(look(customer, "/order.html?id=" + order));
    wrong.addAll(look(customer, "/me.html"));
    wrong.addAll(look(visitors.signedIn("dealer-1", look), "/dealer.html"));
    wrong.addAll(look(visitors.signedIn("operator-1", look), "/operator.html"));
    var stranger = visitors.guest(look);
    stranger.surprises().expect(404);
    stranger.page().navigate("/session/login");
    assertThat(stranger.at("login-button")).isVisible();
    wrong.addAll(wrongWith(stranger.page(), "where one signs in"));
    stranger.page().navigate("/there-is-no-such-page");
    assertThat(stranger.page().locator("main")).isVisible();
    wrong.addAll(wrongWith(stranger.page(), "where nothing is"));

    assertThat(wrong).isEmpty();
    assertThat(guest.page().locator("html")).hasAttribute("lang", language);
  }

  @Test
  void aScriptInAnyTextIsText(Visitors visitors) throws Exception {
    long order = visitors.client().place(SCRIPT, 1, 1_000, "customer-1").id();
    var customer = visitors.signedIn("customer-1");
    customer.surprises().expect(400, 404);
    customer.visit("/order.html?id=" + order);
    assertThat(customer.at("order-item")).hasText(SCRIPT);
    unharmed(customer);
    customer.visit("/me.html");
    assertThat(customer.at("order-link-" + order)).hasText(SCRIPT);
    unharmed(customer);
    for (var path : List.of("/phone.html?id=", "/order.html?id=", "/?lang=", "/me.html?status=")) {
      customer.page().navigate(path + SCRIPT.replace("&", "%26"));
      assertThat(customer.page().locator("html.ready")).hasCount(1);
      unharmed(customer);
    }

    var dealer = visitors.signedIn("dealer-1");
    dealer.visit("/dealer.html");
    dealer.at("queue-Shipped").click();
    assertThat(dealer.at("parcel-" + order)).containsText(SCRIPT);
    unharmed(dealer);

    var operator = visitors.signedIn("operator-1");
    operator.surprises().expect(400, 404, 422);
    operator.visit("/operator.html");
    for (var asked : List.of(SCRIPT, Long.toString(order))) {
      operator.at("lookup").fill(asked);
      operator.at("lookup-go").click();
      assertThat(operator.at("lookup-result")).hasText(Pattern.compile("\\S"));
    }
    assertThat(operator.at("app-item")).containsText("<script>");
    unharmed(operator);
  }

  private static void unharmed(Visitor visitor) {
    assertThat(visitor.page().evaluate("window.hit")).isNull();
  }

  private static List<String> look(Visitor visitor, String path) {
    visitor.visit(path);
    assertThat(visitor.page().locator("#content > *").first()).isVisible();
    return wrongWith(visitor.page(), path);
  }

  /** What axe objects to, and whether one has to scroll sideways. */
  private static List<String> wrongWith(Page page, String path) {
    var wrong = new ArrayList<String>();
    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
      rule.getNodes().forEach(node -> wrong.add(path + " " + rule.getId() + " " + node.getHtml()));
    }
    var wide =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (((Number) wide).intValue() > 0) {
      wrong.add(path + " is " + wide + " px too wide");
    }
    return wrong;
  }
}
