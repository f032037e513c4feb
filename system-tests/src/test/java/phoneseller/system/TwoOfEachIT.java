package phoneseller.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import phoneseller.chaos.Client;
import phoneseller.chaos.Load;
import phoneseller.chaos.Shop;
import phoneseller.chaos.Truth;

/**
 * Two instances of every service on PostgreSQL: nothing is done twice, nothing waits for a switch.
 */
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoOfEachIT {

  private static final List<String> TWICE = List.of("app", "pay", "store", "reward", "customer");

  /** A service answers on for longer than the gateway keeps an idle connection to it. */
  private static final Map<String, String> AS_IN_A_CLUSTER =
      Map.of("PHONESELLER_HTTP_DRAIN", "3s", "PHONESELLER_GATEWAY_CONNECTIONS_IDLE", "2s");

  private final Shop shop = Shop.twiceOnPostgres(TWICE, AS_IN_A_CLUSTER);
  private final Client client = new Client(shop);
  private final Truth truth = new Truth(client, Duration.ofSeconds(60));

  @AfterAll
  void close() {
    shop.close();
  }

  /** As a rolling update does it: a new one, new connections to it, a pause, SIGTERM. */
  @Test
  @Order(1)
  void nobodyNoticesThatOneInstanceTakesOverFromAnother() throws Exception {
    var load = new Load(client, 4);
    load.start();
    load.awaitMore(20);
    for (var service : List.of("app")) {
      shop.lead(service, shop.process(service + "-2"));
      load.awaitMore(10);
      shop.process(service).stop();
      load.awaitMore(10);
      shop.process(service).restart();
      shop.lead(service, shop.process(service));
      load.awaitMore(5);
    }
    load.stop();

    assertThat(load.failures()).isZero();
    truth.awaitAgreement(load.acknowledged());
    load.checkThatEveryKeyIsOneOrder();
  }

  @Test
  @Order(2)
  void ordersReachTheirEndAlsoWhenOneOfTwoDies() throws Exception {
    var load = new Load(client, 4);
    load.start();
    load.awaitMore(40);
    for (var victim : TWICE) {
      shop.process(victim + "-2").kill();
      load.awaitMore(10);
    }
    load.stop();

    assertThat(load.acknowledged()).hasSizeGreaterThan(80);
    truth.awaitAgreement(load.acknowledged());
    load.checkThatEveryKeyIsOneOrder();
  }
}
