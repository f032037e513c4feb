package phoneseller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.byteman.agent.Main;
import org.jboss.byteman.agent.submit.ScriptText;
import org.jboss.byteman.agent.submit.Submit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.chaos.Client;
import phoneseller.chaos.Shop;
import phoneseller.chaos.ShopSettings;
import phoneseller.chaos.Truth;
import phoneseller.local.FreePort;

/**
 * A process stops at once between two steps, is started again, and everything ends as if it had
 * never stopped. Its exit code proves that it died of the rule, at that very place.
 */
@Order(7)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointsIT {

  private static final long PRICE = 990_000;
  private static final int OF_THE_RULE = 255;
  private static final List<String> SERVICES = List.of("app", "pay", "store", "reward", "customer");

  /** Nobody waits six seconds, as elsewhere, for the partitions of a service that has died. */
  private final Shop shop =
      Shop.open(
          ShopSettings.beside(false, 1, List.of())
              .with(Map.of("PHONESELLER_MESSAGING_SESSIONTIMEOUT", "2s")));

  private final Client client = new Client(shop);
  private final Truth truth = new Truth(client, Duration.ofSeconds(60));
  private final Map<String, Integer> agents = new HashMap<>();
  private int cases;

  @BeforeAll
  void theServicesListenForRules() throws IOException {
    for (var service : SERVICES) {
      agents.put(service, FreePort.find());
      shop.process(service).stop();
      start(service);
    }
    SERVICES.forEach(service -> shop.process(service).awaitReady());
    truth.awaitAgreement(List.of(client.place("warm-up", 1, PRICE, "warm-up").id()));
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("phoneseller.system.CrashPoints#all")
  void itEndsAsIfNothingHadHappened(CrashPoint point) throws Exception {
    var customer = "crash-" + ++cases;
    var order = new Placing(customer);
    if (point.trigger() != CrashPoint.Trigger.PLACE) {
      truth.awaitAgreement(List.of(order.place()));
    }

    arm(point);
    var asking = Thread.ofVirtual().start(() -> order.ask(point.trigger()));
    var member = shop.process(point.service());
    assertThat(member.awaitExit(Duration.ofSeconds(40)))
        .as("%s is reached", point)
        .isEqualTo(OF_THE_RULE);
    start(point.service());
    member.awaitReady();
    asking.join();

    long id = order.place();
    if (point.trigger() != CrashPoint.Trigger.PLACE) {
      await().atMost(Duration.ofSeconds(60)).until(() -> order.ask(point.trigger()));
    }
    truth.awaitAgreement(List.of(id));
    boolean cancelled = point.trigger() != CrashPoint.Trigger.PLACE;
    assertThat(truth.order(id).path("status").asString())
        .isEqualTo(cancelled ? "PayCancelled" : "Shipped");
    assertThat(booked(id, "charge")).isEqualTo(1);
    assertThat(booked(id, "refund")).isEqualTo(cancelled ? 1 : 0);
    assertThat(ordersOf(customer)).isEqualTo(1);
  }

  /** One customer's one order, asked for under one key as often as it takes. */
  private final class Placing {
    private final String customer;
    private long id;

    Placing(String customer) {
      this.customer = customer;
    }

    long place() {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> ask(CrashPoint.Trigger.PLACE));
      return id;
    }

    /** Whether it was answered as hoped. */
    boolean ask(CrashPoint.Trigger trigger) {
      try {
        var answer =
            switch (trigger) {
              case PLACE ->
                  client.place("a phone", 1, PRICE, customer, Map.of("Idempotency-Key", customer));
              case CANCEL -> client.cancel(id);
              case CANCEL_PAYMENT -> client.cancelPayment(id);
            };
        boolean taken = answer.status() / 100 == 2;
        if (taken && trigger == CrashPoint.Trigger.PLACE) {
          id = answer.id();
        }
        return taken;
      } catch (IOException e) {
        return false;
      }
    }
  }

  private void start(String service) {
    shop.process(service)
        .start("-javaagent:" + agent() + "=listener:true,port:" + port(service) + ",policy:false");
  }

  private void arm(CrashPoint point) throws Exception {
    var submit = new Submit("localhost", port(point.service()));
    var _ = submit.addScripts(List.of(new ScriptText("crash.btm", point.rule())));
  }

  private int port(String service) {
    return Objects.requireNonNull(agents.get(service), service);
  }

  /** The provider's own books. */
  private long booked(long order, String kind) throws IOException {
    try (var lines = Files.lines(shop.folder().resolve("pay/provider-journal.ndjson"))) {
      return lines
          .filter(line -> line.contains("\"orderId\":" + order + ","))
          .filter(line -> line.contains("\"" + kind + "\""))
          .count();
    }
  }

  private long ordersOf(String customer) throws IOException {
    return client
        .get("customer", "/customers/search/findByCustomerId?customerId=" + customer)
        .body()
        .path("page")
        .path("totalElements")
        .asLong();
  }

  private static Path agent() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
