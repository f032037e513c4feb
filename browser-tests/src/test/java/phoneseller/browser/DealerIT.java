package phoneseller.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import phoneseller.chaos.Member;

/** A shop that ships by hand: two dealers at one parcel, and the customer who looks on. */
@ExtendWith(Browsing.class)
class DealerIT {

  private static final int NOTE = 1;

  @BeforeAll
  static void shipByHand(Visitors visitors) {
    Member store = visitors.shop().process("store");
    store.stop();
    store.start("-Dstore.shipping=by-hand");
    store.awaitReady();
  }

  @AfterAll
  static void shipByItself(Visitors visitors) {
    Member store = visitors.shop().process("store");
    store.stop();
    store.restart();
  }

  @Test
  void twoDealersShipOneParcelOnceAndTakeItBack(Visitors visitors) {
    var customer = visitors.signedIn("customer-1", Look.PHONE);
    long order = customer.order(NOTE);
    customer.sees("Payed");
    var dealers =
        List.of(
            visitors.signedIn("dealer-1"),
            visitors.signedIn("dealer-1", new Look("en", 360, true)));
    for (var dealer : dealers) {
      dealer.surprises().expect(409);
      dealer.visit("/dealer.html");
      assertThat(dealer.at("ship-" + order)).isVisible();
    }
    dealers.getFirst().picture("dealer");

    dealers.forEach(dealer -> dealer.at("ship-" + order).click());
    for (var dealer : dealers) {
      assertThat(dealer.at("parcel-" + order)).hasAttribute("data-process", "Shipped", soon());
    }
    customer.sees("Shipped");
    assertThat(customer.page().locator("[data-event=Shipped]")).hasCount(1);

    customer.at("cancel-button").click();
    customer.at("dialog-yes").click();
    customer.sees("PayCancelled");
    var dealer = dealers.getFirst();
    dealer.at("queue-Returning").click();
    dealer.at("return-" + order).click();
    assertThat(dealer.at("parcel-" + order)).hasAttribute("data-process", "Returned", soon());
    assertThat(dealer.at("ship-" + order)).hasCount(0, new HasCountOptions().setTimeout(5_000));
  }

  private static HasAttributeOptions soon() {
    return new HasAttributeOptions().setTimeout(Visitor.PATIENCE / 2.0);
  }
}
