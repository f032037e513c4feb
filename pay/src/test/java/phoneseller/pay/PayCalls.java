package phoneseller.pay;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.ShopEvent;
import phoneseller.http.Correlation;
import phoneseller.messaging.CommitsUnderWay;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import phoneseller.messaging.Race;

/** What the cases of pay ask and look at: pay itself, its tables, and the reward beside it. */
abstract class PayCalls {

  static final RewardStub REWARD = new RewardStub();
  static final String CANCEL = "{\"price\":\"200\",\"process\":\"OrderCancelled\"}";
  static final Duration SOON = Duration.ofSeconds(20);

  @Autowired MockMvcTester http;
  @Autowired JdbcTemplate jdbc;
  @Autowired EventHandler<ShopEvent> topic;
  @Autowired PlatformTransactionManager transactions;
  @Autowired CommitsUnderWay commits;

  @BeforeEach
  void anEmptyShop() {
    REWARD.reset();
    await().atMost(SOON).until(() -> admitted() && breaker("reward-points").equals("CLOSED"));
    jdbc.update("delete from payment");
    jdbc.update("delete from outbox");
    REWARD.calls().clear();
  }

  MvcTestResult pay(long order, long price) {
    return post(
        "{\"orderId\":%d,\"price\":%d,\"process\":\"Ordered\",\"customerId\":\"customer-1\"}"
            .formatted(order, price));
  }

  MvcTestResult post(String body) {
    return http.post()
        .uri("/payments")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  MvcTestResult cancel(long order) {
    return patch(order, CANCEL);
  }

  MvcTestResult patch(long order, String body) {
    return http.patch()
        .uri("/payments/" + order)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  String process(long order) {
    String body =
        new String(
            http.get().uri("/payments/" + order).exchange().getResponse().getContentAsByteArray(),
            StandardCharsets.UTF_8);
    return body.replaceAll(".*\"process\":\"(\\w+)\".*", "$1");
  }

  boolean admitted() {
    return http.get().uri("/payments/admission").exchange().getResponse().getStatus() == 200;
  }

  String breaker(String name) {
    String health =
        new String(
            http.get().uri("/actuator/health").exchange().getResponse().getContentAsByteArray(),
            StandardCharsets.UTF_8);
    return health.replaceAll("(?s).*\"" + name + "\":\"(\\w+)\".*", "$1");
  }

  List<String> told(long order) {
    return jdbc.queryForList(
        "select event_type from outbox where record_key = ? order by id",
        String.class,
        String.valueOf(order));
  }

  void arrive(String correlation, long... orders) {
    var deliveries = new ArrayList<Delivery<ShopEvent>>();
    for (long order : orders) {
      deliveries.add(
          new Delivery<>(
              new OrderCancelled(
                  "20261122120425", order, "GX", 1, "OrderCancelled", null, 1L, null, "customer-1"),
              "app",
              "1",
              Instant.EPOCH,
              0));
    }
    try (var _ = Correlation.continuing(correlation, null).open()) {
      Race.untilWon(() -> {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> topic.handle(deliveries));
        return true;
      });
    }
  }

  static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
