package phoneseller.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import phoneseller.chaos.Shop;

/**
 * An operator sees the whole shop, finds one order in all of it, and leaves a reason for each
 * change.
 */
@ExtendWith(Browsing.class)
class OperatorIT {

  private static final Pattern NUMBER = Pattern.compile("\\d");

  @Test
  void theFlowTheBreakersAndOneOrderInAllServices(Visitors visitors) throws Exception {
    var correlation = Map.of("X-Correlation-Id", "seen-by-an-operator");
    var answer = visitors.client().place("GX Note99", 1, 495_000, "customer-1", correlation);
    var operator = visitors.signedIn("operator-1");
    operator.visit("/operator.html");

    assertThat(operator.at("flow-placed")).hasText(NUMBER);
    assertThat(operator.at("flow-complete")).hasText(NUMBER);
    for (var breaker : List.of("pay", "reward-load", "reward-points")) {
      assertThat(operator.at("breaker-" + breaker)).hasAttribute("data-state", "closed");
    }
    for (var service : Shop.SERVICES) {
      assertThat(operator.at("service-" + service)).hasAttribute("data-state", "up");
    }
    for (var asked : List.of(Long.toString(answer.id()), "seen-by-an-operator")) {
      operator.at("lookup").fill(asked);
      operator.at("lookup-go").click();
      assertThat(operator.at("lookup-agree")).isVisible(inTime());
      assertThat(operator.page().locator("[data-event=Shipped]")).hasCount(1);
    }
    operator.picture("operator");
    operator.picture("one-order", "[data-test=panel-lookup]");
  }

  @Test
  void theChartHasANameBeforeItsFirstFigures(Visitors visitors) {
    var operator = visitors.signedIn("operator-1");
    operator.page().route("**/customers/flow", _ -> {});
    operator.visit("/operator.html");

    assertThat(operator.at("flow-placed")).not().hasText(NUMBER);
    assertThat(operator.at("flow-chart").locator("title")).hasText(Pattern.compile("\\S"));
  }

  @Test
  void aDeadLetterIsReplayedAndExplained(Visitors visitors) throws Exception {
    poison(visitors.shop());
    var operator = visitors.signedIn("operator-1");
    operator.visit("/operator.html");
    assertThat(operator.at("dead-letter-1")).isVisible(inTime());
    String replayed = operator.at("dead-letter-1").getAttribute("data-id");

    operator.at("replay-1").click();
    operator.at("reason-yes").click();
    assertThat(operator.at("reason-wrong")).isVisible();
    operator.at("reason-why").fill("<script>window.hit = 1</script> repaired");
    operator.picture("dead-letters", "[data-test=panel-letters]");
    operator.at("reason-yes").click();
    assertThat(operator.at("letters-told")).isVisible(inTime());

    assertThat(operator.at("dead-letter-1")).not().hasAttribute("data-id", replayed);
    operator.at("explain-1").click();
    operator.at("reason-why").fill("nobody can read it");
    operator.at("reason-yes").click();
    assertThat(operator.page().evaluate("window.hit")).isNull();
    awaitAudit(visitors.shop(), "why=nobody can read it");
  }

  @Test
  void aFaultIsSwitchedOnAndOff(Visitors visitors) {
    var operator = visitors.signedIn("operator-1");
    operator.visit("/operator.html");
    operator.at("fault-switch-store").click();
    operator.at("reason-latency").fill("50");
    operator.at("reason-seconds").fill("60");
    operator.at("reason-why").fill("to be seen");
    operator.at("reason-yes").click();
    assertThat(operator.at("fault-store")).hasAttribute("data-on", "true");
    operator.at("fault-switch-store").click();
    operator.at("reason-why").fill("seen");
    operator.at("reason-yes").click();
    assertThat(operator.at("fault-store")).hasAttribute("data-on", "false");
  }

  private static void awaitAudit(Shop shop, String words) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            shop.logs()
                .lines()
                .anyMatch(line -> line.contains("who=operator-1") && line.contains(words)));
  }

  private static void poison(Shop shop) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", "localhost:" + shop.process("kafka").port());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      byte[] value = "no json".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>("phoneseller", "x", value)).get();
    }
  }

  private static IsVisibleOptions inTime() {
    return new IsVisibleOptions().setTimeout(Visitor.PATIENCE);
  }
}
