package phoneseller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import phoneseller.chaos.Client;
import phoneseller.chaos.Load;
import phoneseller.chaos.Metrics;
import phoneseller.chaos.Shop;
import phoneseller.chaos.Truth;

/**
 * Of three brokers one may die at any time, also the one that leads the others. Without two of them
 * events wait, and orders go on.
 */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeBrokersIT {

  private static final List<String> BROKERS = List.of("kafka", "kafka-2", "kafka-3");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Shop shop = Shop.onThreeBrokers();
  private final Client client = new Client(shop);
  private final Truth truth = new Truth(client, PATIENCE);

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  @Order(1)
  void eachBrokerMayDieWhileTheOthersLive() throws Exception {
    var load = new Load(client, 2);
    load.start();
    load.awaitMore(30);
    for (var victim : BROKERS) {
      shop.process(victim).kill();
      long since = System.nanoTime();
      long order = client.place("GX Note99", 1, 495_000, "customer-1").id();
      truth.awaitAgreement(List.of(order));
      System.out.printf(
          "without %s an order was complete after %d ms%n",
          victim, Duration.ofNanos(System.nanoTime() - since).toMillis());
      load.awaitMore(20);
      shop.process(victim).restart();
    }
    load.stop();

    truth.awaitAgreement(load.acknowledged());
    load.checkThatEveryKeyIsOneOrder();
  }

  @Test
  @Order(2)
  void withoutTwoOfThemEventsWaitAndOrdersGoOn() throws Exception {
    var load = new Load(client, 2);
    load.start();
    load.awaitMore(10);
    shop.process("kafka").kill();
    shop.process("kafka-2").kill();
    load.awaitMore(40);
    await().atMost(PATIENCE).until(() -> waiting("app") > 0 && waiting("pay") > 0);
    load.awaitMore(40);
    shop.process("kafka").start();
    shop.process("kafka-2").start();
    load.awaitMore(20);
    load.stop();

    truth.awaitAgreement(load.acknowledged());
    load.checkThatEveryKeyIsOneOrder();
    assertThat(waiting("app") + waiting("pay") + waiting("store") + waiting("reward")).isZero();
  }

  private double waiting(String service) throws IOException {
    return Metrics.of(shop.process(service)).getOrDefault("outbox_depth", 0.0);
  }
}
