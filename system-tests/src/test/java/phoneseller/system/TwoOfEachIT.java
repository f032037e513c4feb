package phoneseller.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import phoneseller.chaos.Client;
import phoneseller.chaos.Load;
import phoneseller.chaos.Shop;
import phoneseller.chaos.Truth;

/**
 * Two instances of every service on PostgreSQL: nothing is done twice, nothing waits for a switch.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoOfEachIT {

  private static final List<String> TWICE = List.of("app", "pay", "store", "reward", "customer");

  private final Shop shop = Shop.onPostgres(TWICE);
  private final Client client = new Client(shop);
  private final Truth truth = new Truth(client, Duration.ofSeconds(60));

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
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
