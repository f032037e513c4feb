package phoneseller.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer orders a phone, sees it through, and may undo it. */
@ExtendWith(Browsing.class)
class OrderingIT {

  private static final int NOTE = 1;
  private static final int DECLINED = 9;
  private static final int LATE = 10;
  private static final int NEVER = 11;

  @Test
  void aGuestIsThreeClicksFromAnOrderAndSeesItThrough(Visitors visitors) {
    var guest = visitors.guest(Look.PHONE);
    guest.visit("/");
    assertThat(guest.at("phone-" + NOTE)).isVisible();
    guest.picture("shop");
    guest.at("phone-" + NOTE).click();
    assertThat(guest.at("order-earns")).containsText("49,500");
    guest.picture("phone");

    guest.at("order-button").click();
    guest.arrives();
    staysOnThePage(guest);
    guest.sees("Shipped");
    assertThat(guest.at("order-points")).containsText("49,500", soon());
    guest.picture("order");
    assertThat(guest.page().evaluate("window.sameDocument")).isEqualTo(true);
  }

  @Test
  void aCustomerGetsPointsAndGivesThemBackWithACancel(Visitors visitors) {
    var customer = visitors.signedIn("customer-1");
    long before = balance(customer);
    customer.order(NOTE);
    customer.sees("Shipped");
    assertThat(customer.at("order-points")).containsText("49,500", soon());
    assertThat(balance(customer)).isEqualTo(before + 49_500);
    customer.picture("me");

    customer.page().goBack();
    customer.at("cancel-button").click();
    customer.at("dialog-yes").click();
    customer.sees("PayCancelled");
    assertThat(customer.at("order-points")).hasText(Pattern.compile("^0\\D*$"));
    assertThat(customer.at("station-refunded")).hasAttribute("data-state", "done");
    assertThat(customer.at("cancel-button")).isHidden();
    assertThat(balance(customer)).isEqualTo(before);
  }

  @Test
  void aDoubleClickIsOneOrder(Visitors visitors) {
    var customer = visitors.signedIn("customer-2");
    long before = orders(customer);
    customer.visit("/phone.html?id=" + NOTE);
    customer.at("order-button").dblclick();
    customer.arrives();
    customer.sees("Shipped");

    assertThat(orders(customer)).isEqualTo(before + 1);
  }

  @Test
  void aDeclinedPaymentSaysWhatToDo(Visitors visitors) {
    var guest = visitors.guest();
    guest.surprises().expect(402);
    guest.order(DECLINED);
    guest.sees("PayFailed");
    assertThat(guest.at("station-declined")).hasAttribute("data-state", "bad");
    assertThat(guest.at("cancel-button")).isHidden();
    guest.at("order-again").click();
    assertThat(guest.at("order-button")).isVisible();
  }

  @Test
  void aPaymentThatIsAnsweredLateIsFollowed(Visitors visitors) {
    var guest = visitors.guest();
    guest.order(LATE);
    guest.sees("Shipped");
  }

  @Test
  void aPaymentThatIsNeverAnsweredShipsNothingAndCanBeCancelled(Visitors visitors) {
    var guest = visitors.guest();
    guest.order(NEVER);
    guest.sees("Ordered");
    assertThat(guest.at("station-paid")).hasAttribute("data-state", "now");
    guest.at("cancel-button").click();
    guest.at("dialog-yes").click();
    guest.sees("PayCancelled");
    assertThat(guest.at("station-notCharged")).isVisible(new IsVisibleOptions().setTimeout(5_000));
  }

  private static void staysOnThePage(Visitor visitor) {
    visitor.page().evaluate("window.sameDocument = true");
  }

  private static ContainsTextOptions soon() {
    return new ContainsTextOptions().setTimeout(Visitor.PATIENCE);
  }

  private static long balance(Visitor customer) {
    customer.visit("/me.html");
    assertThat(customer.at("balance")).hasText(Pattern.compile("\\d"));
    return Long.parseLong(customer.at("balance").textContent().replaceAll("[^\\d-]", ""));
  }

  static long orders(Visitor customer) {
    customer.visit("/me.html");
    assertThat(customer.at("orders-list").locator("table, .notice")).hasCount(1);
    var caption = customer.at("orders-table").locator("caption");
    return caption.count() == 0 ? 0 : Long.parseLong(caption.textContent().replaceAll("\\D", ""));
  }
}
