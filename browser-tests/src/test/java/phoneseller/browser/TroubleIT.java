package phoneseller.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer sees while a part of the shop is down, or busy, or the network is cut. */
@ExtendWith(Browsing.class)
class TroubleIT {

  private static final int NOTE = 1;

  @Test
  void whileRewardIsDownOrdersGoOnAndThePointsComeByThemselves(Visitors visitors) {
    var reward = visitors.shop().process("reward");
    reward.stop();
    var guest = visitors.guest(new Look("en", 360, false));
    try {
      guest.order(NOTE);
      guest.sees("Shipped");
      assertThat(guest.at("station-points")).hasAttribute("data-state", "now");
      assertThat(guest.at("order-status"))
          .containsText("Your points come a little later", within(20_000));
      guest.picture("points-later");
    } finally {
      reward.restart();
    }
    assertThat(guest.at("order-points")).containsText("49,500", within(Visitor.PATIENCE));
  }

  @Test
  void whileRewardIsOverloadedAnOrderWaitsAndIsPlacedOnce(Visitors visitors) throws IOException {
    var customer = visitors.signedIn("customer-2", Look.PHONE);
    customer.surprises().expect(503);
    long before = OrderingIT.orders(customer);
    var keys = new ConcurrentLinkedQueue<String>();
    customer
        .page()
        .onRequest(request -> {
          if (request.method().equals("POST") && request.url().endsWith("/orders")) {
            keys.add(request.headers().getOrDefault("idempotency-key", "none"));
          }
        });
    fault(visitors, "POST", "{\"latency\":\"800ms\",\"for\":\"120s\"}");
    try {
      awaitOrdersRefused(visitors);
      customer.visit("/phone.html?id=" + NOTE);
      customer.at("order-button").click();
      assertThat(customer.at("waiting")).hasAttribute("data-why", "refused");
      assertThat(customer.at("refused-countdown")).containsText("초");
      customer.picture("a-little-later", "[data-test=total]");
    } finally {
      fault(visitors, "DELETE", "");
    }
    customer.arrives();
    customer.sees("Shipped");
    assertThat(Set.copyOf(keys)).hasSize(1);
    assertThat(keys).hasSizeGreaterThan(1);
    assertThat(OrderingIT.orders(customer)).isEqualTo(before + 1);
  }

  @Test
  void anOrderSurvivesACutNetworkAndAnEndOfItsStream(Visitors visitors) {
    var gateway = visitors.shop().process("gateway");
    var customer = visitors.signedIn("customer-2");
    customer.surprises().expectCuts();
    long before = OrderingIT.orders(customer);
    customer.visit("/phone.html?id=" + NOTE);
    customer.cutTheNetwork(true);
    customer.at("order-button").click();
    assertThat(customer.at("waiting")).hasAttribute("data-why", "offline");

    customer.cutTheNetwork(false);
    customer.arrives();
    customer.sees("Shipped");
    assertThat(customer.at("live-state")).hasAttribute("data-live", "live", inTime());
    gateway.kill();
    assertThat(customer.at("live-state")).hasAttribute("data-live", "polling", inTime());
    gateway.restart();
    assertThat(customer.at("live-state")).hasAttribute("data-live", "live", inTime());
    assertThat(OrderingIT.orders(customer)).isEqualTo(before + 1);
  }

  private static void fault(Visitors visitors, String method, String body) throws IOException {
    var answer = visitors.client().send("reward", method, "/actuator/faults", body, Map.of());
    assertThat(answer.status()).isEqualTo(200);
  }

  /** By app itself, which learns of it from pay a moment later. */
  private static void awaitOrdersRefused(Visitors visitors) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> visitors.client().place("GX Note99", 1, 495_000, "customer-1").status() == 503);
  }

  private static ContainsTextOptions within(int millis) {
    return new ContainsTextOptions().setTimeout(millis);
  }

  private static HasAttributeOptions inTime() {
    return new HasAttributeOptions().setTimeout(Visitor.PATIENCE);
  }
}
