package phoneseller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

/** The shop as {@code ./phoneseller up} runs it, on file databases; the unhappy paths first. */
@Order(6)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnePhoneIT {

  private static final String PHONE = "a phone";
  private static final long PRICE = 990_000;

  private final Shop shop = Shop.onFiles();
  private final Client client = new Client(shop);
  private final Truth truth = new Truth(client, Duration.ofSeconds(60));

  @BeforeAll
  void oneOrderWarmsAllUp() throws IOException {
    truth.awaitAgreement(List.of(client.place(PHONE, 1, PRICE, "warm-up").id()));
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  @Order(1)
  void aDeclinedPaymentEndsTheOrder() throws IOException {
    var answer = client.place(PHONE, 1, 402, "customer-1");

    assertThat(answer.status()).isEqualTo(402);
    assertThat(answer.text("state")).isEqualTo("PayFailed");
    truth.awaitAgreement(List.of(answer.id()));
    assertThat(client.cancel(answer.id()).status()).isEqualTo(409);
  }

  @Test
  @Order(2)
  void aLatePaymentIsFollowedUntilItIsKnown() throws IOException {
    var answer = client.place(PHONE, 1, 408, "customer-1");

    assertThat(answer.status()).isEqualTo(202);
    truth.awaitAgreement(List.of(answer.id()));
    assertThat(truth.order(answer.id()).path("status").asString()).isEqualTo("Shipped");
  }

  @Test
  @Order(3)
  void aPaymentThatIsNeverKnownShipsNothingAndCanBeCancelled() throws IOException {
    var answer = client.place(PHONE, 1, 504, "customer-1");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(truth.order(answer.id()).path("status").asString()).isEqualTo("Ordered");
    assertThat(client.cancel(answer.id()).status()).isEqualTo(200);
    truth.awaitAgreement(List.of(answer.id()));
    assertThat(truth.order(answer.id()).path("status").asString()).isEqualTo("PayCancelled");
  }

  @Test
  @Order(4)
  void aRefundThatTheProviderRefusesGivesThePointsBackAndTellsAnOperator() throws IOException {
    long id = client.place(PHONE, 1, 403, "customer-1").id();
    truth.awaitAgreement(List.of(id));

    client.cancel(id);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(truth.points(id)).containsExactly(40L, -40L, 40L));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> shop.process("pay").log().contains("operator"));
    assertThat(truth.payment(id).path("process").asString()).isEqualTo("Payed");
    assertThat(truth.shipment(id)).isEqualTo("Returning");
  }

  @Test
  @Order(5)
  void aPaymentCancelledDirectlyTakesThePointsBackBeforeItsAnswer() throws IOException {
    long id = client.place(PHONE, 2, PRICE, "customer-1").id();
    truth.awaitAgreement(List.of(id));

    var answer = client.cancelPayment(id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("process")).isEqualTo("PayCancelled");
    assertThat(truth.points(id)).containsExactlyInAnyOrder(99_000L, -99_000L);
    truth.awaitAgreement(List.of(id));
  }

  @Test
  @Order(6)
  void whileRewardIsDownOrdersGoOnAndCancelsWait() throws IOException {
    long standing = client.place(PHONE, 2, PRICE, "customer-2").id();
    truth.awaitAgreement(List.of(standing));
    shop.process("reward").stop();

    var ordered = client.place(PHONE, 2, PRICE, "customer-2");
    assertThat(ordered.status()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> truth.order(ordered.id()).path("status").asString().equals("Shipped"));
    assertThat(truth.order(ordered.id()).path("point").isNull()).isTrue();
    var refused = client.cancelPayment(standing);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(truth.payment(standing).path("process").asString()).isEqualTo("Payed");
    long cancelled = client.place(PHONE, 1, PRICE, "customer-2").id();
    assertThat(client.cancel(cancelled).text("status")).isEqualTo("OrderCancelled");

    shop.process("reward").restart();
    truth.awaitAgreement(List.of(standing, ordered.id(), cancelled));
    assertThat(truth.order(cancelled).path("status").asString()).isEqualTo("PayCancelled");
    assertThat(truth.order(ordered.id()).path("point").asLong()).isEqualTo(99_000);
  }

  @Test
  @Order(7)
  void whilePayIsDownNothingIsLostAndWhatWasTakenIsPaidLater() throws IOException {
    shop.process("pay").kill();

    var answer = client.place(PHONE, 1, PRICE, "customer-2");

    assertThat(answer.status()).isEqualTo(202);
    shop.process("pay").restart();
    truth.awaitAgreement(List.of(answer.id()));
    assertThat(truth.order(answer.id()).path("status").asString()).isEqualTo("Shipped");
  }

  @Test
  @Order(8)
  void whileTheBrokerIsAwayOrdersAreTakenAndFollowAfterwards() throws IOException {
    shop.process("kafka").kill();

    var ids = new ArrayList<Long>();
    for (int i = 0; i < 20; i++) {
      var answer = client.place(PHONE, 1, PRICE, "customer-3");
      assertThat(answer.status()).isEqualTo(201);
      ids.add(answer.id());
    }
    client.cancel(ids.getFirst());

    shop.process("kafka").restart();
    truth.awaitAgreement(ids);
  }

  @Test
  @Order(9)
  void aRecordThatNobodyCanReadIsParkedAndTheRestGoesOn()
      throws IOException, ExecutionException, InterruptedException {
    var settings =
        Map.<String, Object>of("bootstrap.servers", "localhost:" + shop.process("kafka").port());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int partition = 0; partition < 12; partition++) {
        producer
            .send(
                new ProducerRecord<>(
                    "phoneseller", partition, "x", "no json".getBytes(StandardCharsets.UTF_8)))
            .get();
      }
    }

    truth.awaitAgreement(List.of(client.place(PHONE, 1, PRICE, "customer-1").id()));
    for (var service : List.of("app", "pay", "store", "reward", "customer")) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(parked(service)).isEqualTo(12));
    }
  }

  @Test
  @Order(10)
  void oneIdTellsTheWholeStoryOfAnOrder() throws IOException {
    var id = Map.of("X-Correlation-Id", "story-of-one-order");
    var answer = client.place(PHONE, 2, PRICE, "customer-4", id);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("X-Correlation-Id")).isEqualTo("story-of-one-order");
    assertThat(answer.header("Location")).startsWith(shop.process("gateway").url());
    truth.awaitAgreement(List.of(answer.id()));

    for (var service : Shop.SERVICES) {
      assertThat(shop.process(service).log()).as(service).contains("story-of-one-order");
    }
  }

  @Test
  @Order(11)
  void aCustomerSeesOrdersStepsAndPoints() throws IOException {
    long kept = client.place(PHONE, 2, PRICE, "customer-5").id();
    long undone = client.place(PHONE, 1, 495_000, "customer-5").id();
    truth.awaitAgreement(List.of(kept, undone));
    client.cancel(undone);
    truth.awaitAgreement(List.of(undone));

    var rows = client.get("gateway", "/customers/search/findByCustomerId?customerId=customer-5");
    assertThat(rows.body().path("page").path("totalElements").asLong()).isEqualTo(2);
    assertThat(rows.body().path("_embedded").path("customers").path(0).path("orderId").asLong())
        .isEqualTo(undone);
    var points = client.get("gateway", "/customers/points?customerId=customer-5").body();
    assertThat(points.path("balance").asLong()).isEqualTo(99_000);
    assertThat(points.path("_embedded").path("points")).hasSize(3);
    var steps = new ArrayList<String>();
    client
        .get("gateway", "/customers/" + undone + "/timeline")
        .body()
        .forEach(step -> steps.add(step.path("event").asString()));
    assertThat(steps)
        .contains("Ordered", "PayCompleted", "Shipped", "RewardCompleted", "OrderCancelled")
        .contains("RewardCancelled", "PayCancelled");
  }

  @Test
  @Order(12)
  void whatIsSecretIsInNoLogNoAnswerAndNoEvent() throws IOException {
    var canaries = new Canaries(shop, client);

    canaries.inHeaders();
    canaries.inOrders();
    truth.awaitAgreement(List.of(canaries.inHeadersOfAnOrder()));

    canaries.areNowhere();
  }

  @Test
  @Order(13)
  void whateverIsKilledWhileOrdersFlowEveryOrderReachesItsEnd() throws Exception {
    var load = new Load(client, 4);
    load.start();
    for (var victim : List.of("store", "reward", "customer", "pay", "app", "kafka", "gateway")) {
      load.awaitMore(15);
      shop.process(victim).kill();
      load.awaitAttempts(15);
      shop.process(victim).restart();
    }
    load.awaitMore(15);
    load.stop();

    assertThat(load.acknowledged()).hasSizeGreaterThan(50);
    truth.awaitAgreement(load.acknowledged());
    load.checkThatEveryKeyIsOneOrder();
  }

  private double parked(String service) throws IOException {
    return Metrics.of(shop.process(service)).getOrDefault("events_parked_total", -1.0);
  }
}
