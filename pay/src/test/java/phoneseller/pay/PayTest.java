package phoneseller.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
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
import phoneseller.testing.TestDatabase;

/** The whole of pay on each of its databases, beside a reward over real HTTP. */
class PayTest {

  private static final RewardStub REWARD = new RewardStub();
  private static final String CANCEL = "{\"price\":\"200\",\"process\":\"OrderCancelled\"}";
  private static final Duration SOON = Duration.ofSeconds(20);

  abstract static class OnDatabase {

    @Autowired MockMvcTester http;
    @Autowired JdbcTemplate jdbc;
    @Autowired EventHandler<ShopEvent> topic;
    @Autowired PlatformTransactionManager transactions;
    @Autowired CommitsUnderWay commits;

    @DynamicPropertySource
    static void reward(DynamicPropertyRegistry properties) {
      properties.add("api.url.reward", REWARD::address);
    }

    @BeforeEach
    void anEmptyShop() {
      REWARD.reset();
      await().atMost(SOON).until(() -> admitted() && breaker("reward-points").equals("CLOSED"));
      jdbc.update("delete from payment");
      jdbc.update("delete from outbox");
      REWARD.calls().clear();
    }

    @Test
    void anApprovedPaymentIsMadeOnceAndAnsweredAgain() {
      var made = pay(2, 990_000);

      assertThat(made).hasStatus(201).hasHeader("Location", "http://localhost/payments/2");
      assertThat(made).hasContentType(MediaType.APPLICATION_JSON);
      assertThat(made)
          .bodyJson()
          .isLenientlyEqualTo(
              """
              {"id":2,"orderId":2,"price":990000,"process":"Payed",
               "_links":{"self":{"href":"http://localhost/payments/2"},
                         "payment":{"href":"http://localhost/payments/2"}}}\
              """);
      assertThat(pay(2, 990_000))
          .hasStatus(200)
          .bodyJson()
          .extractingPath("process")
          .isEqualTo("Payed");
      assertThat(post("{\"orderId\":\"2\",\"price\":\"990000\",\"process\":\"Ordered\"}"))
          .hasStatus(200);
      assertThat(told(2)).containsExactly("PayCompleted");
      assertThat(pay(2, 1))
          .hasStatus(409)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
          .bodyJson()
          .extractingPath("allowed")
          .isEqualTo(List.of("OrderCancelled"));
    }

    @Test
    void aDeclinedPaymentIsAProblemAlsoWhenRepeated() {
      for (int time = 0; time < 2; time++) {
        assertThat(pay(3, 402))
            .hasStatus(402)
            .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
            .bodyJson()
            .extractingPath("process")
            .isEqualTo("PayFailed");
      }
      assertThat(told(3)).containsExactly("PayFailed");
      assertThat(cancel(3))
          .hasStatus(409)
          .bodyJson()
          .extractingPath("state")
          .isEqualTo("PayFailed");
    }

    @Test
    void aLateAnswerIsFoundByPayItself() {
      assertThat(pay(4, 408))
          .hasStatus(202)
          .bodyJson()
          .extractingPath("process")
          .isEqualTo("Ordered");

      await().atMost(SOON).until(() -> process(4).equals("Payed"));
      assertThat(told(4)).containsExactly("PayCompleted");
    }

    @Test
    void noPaymentIsAskedForThatAKillMayStillUndo() {
      assertThat(pay(41, 504)).hasStatus(202);
      try (var _ = commits.begin()) {
        assertThat(pay(41, 504)).as("a repeat, beside a commit").hasStatus(503);
      }
      assertThat(pay(41, 504)).hasStatus(202);
    }

    @Test
    void aPaymentThatIsNeverAnsweredCanBeCancelled() {
      assertThat(pay(5, 504)).hasStatus(202);
      arrive("c-5", 5);

      await().atMost(SOON).until(() -> process(5).equals("PayCancelled"));
      assertThat(told(5)).containsExactly("PayCancelled");
    }

    @Test
    void whatCostsNothingIsPaidAndUndone() {
      assertThat(post("{\"orderId\":6}"))
          .hasStatus(201)
          .bodyJson()
          .extractingPath("price")
          .isEqualTo(0);
      assertThat(cancel(6)).hasStatus(200);
      assertThat(told(6)).containsExactly("PayCompleted", "PayCancelled");
    }

    @Test
    void aDirectCancelTakesThePointsBackBeforeItAnswers() {
      pay(7, 990_000);

      assertThat(cancel(7))
          .hasStatus(200)
          .bodyJson()
          .isLenientlyEqualTo("{\"orderId\":7,\"price\":0,\"process\":\"PayCancelled\"}");
      assertThat(cancel(7)).hasStatus(200);
      assertThat(REWARD.calls()).hasSize(1);
      assertThat(REWARD.calls().getFirst().body())
          .isEqualTo(
              "{\"orderId\":7,\"point\":-1,\"process\":\"PayCancelled\",\"customerId\":\"customer-1\"}");
      assertThat(REWARD.calls().getFirst().authorization()).startsWith("Bearer ey");
      assertThat(told(7)).containsExactly("PayCompleted", "PayCancelled");
    }

    @Test
    void whileRewardIsDownADirectCancelIsRefusedAndThePaymentStands() {
      pay(8, 990_000);
      REWARD.down();

      assertThat(cancel(8))
          .hasStatus(503)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
          .containsHeader("Retry-After");
      assertThat(process(8)).isEqualTo("Payed");
      assertThat(pay(9, 990_000)).hasStatus(201);

      REWARD.up();
      await().atMost(SOON).until(() -> cancel(8).getResponse().getStatus() == 200);
      assertThat(told(8)).containsExactly("PayCompleted", "PayCancelled");
    }

    @Test
    void aCancelWhoseAnswerIsLostGoesOnUntilItIsKnown() {
      pay(10, 990_000);
      REWARD.silence();

      assertThat(cancel(10))
          .hasStatus(202)
          .bodyJson()
          .extractingPath("process")
          .isEqualTo("OrderCancelled");
      REWARD.answer();

      await().atMost(SOON).until(() -> process(10).equals("PayCancelled"));
      assertThat(told(10)).containsExactly("PayCompleted", "PayCancelled");
    }

    @Test
    void cancelledOrdersWaitForRewardAndCompleteByThemselvesUnderTheirOwnCorrelation() {
      for (int order = 11; order < 31; order++) {
        pay(order, 990_000);
      }
      REWARD.down();
      for (int order = 11; order < 31; order++) {
        arrive("c-" + order, order);
      }
      assertThat(process(11)).isEqualTo("OrderCancelled");
      REWARD.up();

      await()
          .atMost(SOON)
          .until(() -> IntStream.range(11, 31).allMatch(n -> process(n).equals("PayCancelled")));
      assertThat(REWARD.calls())
          .allSatisfy(call ->
              assertThat(call.body())
                  .contains("\"orderId\":" + String.valueOf(call.correlation()).substring(2)));
      assertThat(
              jdbc.queryForList(
                  "select correlation from outbox where event_type = 'PayCancelled'", String.class))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(11, 31).mapToObj(n -> "c-" + n).toList());
    }

    @Test
    void anOrdersCancelSettlesAtOnce() {
      pay(31, 990_000);
      arrive("c-31", 31, 31);
      arrive("c-31", 31);

      await().atMost(SOON).until(() -> process(31).equals("PayCancelled"));
      assertThat(told(31)).containsExactly("PayCompleted", "PayCancelled");
    }

    @Test
    void aPaymentOfAnOrderThatWasCancelledFirstIsNeverMade() {
      arrive("c-32", 32);
      arrive("c-32", 32);

      assertThat(pay(32, 990_000))
          .hasStatus(200)
          .bodyJson()
          .isLenientlyEqualTo("{\"orderId\":32,\"price\":0,\"process\":\"PayCancelled\"}");
      assertThat(told(32)).containsExactly("PayCancelled");
      assertThat(REWARD.calls()).isEmpty();
    }

    @Test
    void aRefundThatIsRefusedForGoodGivesThePointsBack() {
      pay(33, 403);

      assertThat(cancel(33)).hasStatus(409).bodyJson().extractingPath("state").isEqualTo("Payed");
      assertThat(process(33)).isEqualTo("Payed");
      assertThat(REWARD.calls().stream().map(RewardStub.Call::body))
          .last()
          .isEqualTo("{\"orderId\":33,\"process\":\"Payed\"}");
      assertThat(told(33)).as("told again").containsExactly("PayCompleted", "PayCompleted");
      assertThat(http.get().uri("/actuator/prometheus").exchange())
          .bodyText()
          .contains("payments_refunds_refused_total");
    }

    @Test
    void manyRequestsOfOneOrderAreOnePayment() {
      var barrier = new CyclicBarrier(8);
      var answers =
          IntStream.range(0, 8)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        meet(barrier);
                        return pay(34, 990_000).getResponse().getStatus();
                      },
                      Thread::startVirtualThread))
              .toList();

      assertThat(answers.stream().map(CompletableFuture::join))
          .containsOnly(200, 201)
          .containsOnlyOnce(201);
      assertThat(told(34)).containsExactly("PayCompleted");
    }

    @Test
    void manyCancelsOfOnePaymentUndoItOnce() {
      pay(35, 990_000);
      var barrier = new CyclicBarrier(5);
      var cancels = new ArrayList<CompletableFuture<Integer>>();
      for (int i = 0; i < 4; i++) {
        cancels.add(
            CompletableFuture.supplyAsync(
                () -> {
                  meet(barrier);
                  return cancel(35).getResponse().getStatus();
                },
                Thread::startVirtualThread));
      }
      meet(barrier);
      arrive("c-35", 35);

      assertThat(cancels.stream().map(CompletableFuture::join)).allMatch(s -> s == 200 || s == 202);
      await().atMost(SOON).until(() -> process(35).equals("PayCancelled"));
      assertThat(told(35)).containsExactly("PayCompleted", "PayCancelled");
    }

    @Test
    void whileRewardIsOverloadedNewPaymentsAreRefusedAndKnownOnesAnswered() {
      pay(36, 990_000);
      await().until(() -> REWARD.looks() > 6);
      REWARD.loadAnswers(503);
      await().atMost(SOON).until(() -> !admitted());

      assertThat(pay(37, 990_000))
          .hasStatus(503)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
          .containsHeader("Retry-After")
          .bodyText()
          .contains("please pay a little later");
      assertThat(http.get().uri("/payments/37")).hasStatus(404);
      assertThat(pay(36, 990_000)).hasStatus(200);
      assertThat(http.get().uri("/actuator/health/readiness")).hasStatusOk();
      assertThat(http.get().uri("/actuator/health")).hasStatusOk();

      REWARD.loadAnswers(200);
      await().atMost(SOON).until(() -> pay(37, 990_000).getResponse().getStatus() == 201);
    }

    @Test
    void paymentsAreListedAndFound() {
      pay(38, 990_000);
      pay(39, 1_000);
      cancel(38);

      assertThat(http.get().uri("/payments/search/findByOrderId?orderId=39"))
          .hasStatusOk()
          .hasContentType("application/hal+json")
          .bodyJson()
          .extractingPath("price")
          .isEqualTo(1000);
      for (var sort : List.of("id,asc", "price,asc", "process,asc")) {
        assertThat(http.get().uri("/payments?size=1&sort=" + sort))
            .hasStatusOk()
            .bodyJson()
            .extractingPath("_embedded.payments[0].orderId")
            .isEqualTo(38);
      }
      assertThat(http.get().uri("/payments?sort=price,desc"))
          .bodyJson()
          .extractingPath("page.totalElements")
          .isEqualTo(2);
      assertThat(http.get().uri("/payments?sort=reason")).hasStatus(422);
      assertThat(http.get().uri("/payments?after=37&size=1"))
          .hasStatusOk()
          .bodyJson()
          .extractingPath("_embedded.payments[0].orderId")
          .isEqualTo(38);
      assertThat(http.get().uri("/payments?after=-1")).hasStatus(422);
      assertThat(http.get().uri("/payments/provider/journal")).hasStatus(404);
      assertThat(http.get().uri("/payments/search/findByOrderId?orderId=99")).hasStatus(404);
      assertThat(http.get().uri("/payments/0")).hasStatus(404);
      assertThat(http.get().uri("/payments/x")).hasStatus(400);
    }

    @Test
    void whatCannotBeAcceptedIsRefusedAndStoresNothing() {
      for (var body :
          List.of(
              "{\"price\":1}",
              "{\"orderId\":0,\"price\":1}",
              "{\"orderId\":-1}",
              "{\"orderId\":40,\"price\":-1}",
              "{\"orderId\":40,\"process\":\"Payed\"}",
              "{\"orderId\":40,\"customerId\":\"a\\u0000b\"}",
              "{\"orderId\":40,\"customerId\":\"\\ud800\"}",
              "{\"orderId\":40,\"customerId\":\"" + "x".repeat(65) + "\"}")) {
        assertThat(post(body)).as(body).hasStatus(422);
      }
      for (var body : List.of("", "[", "[]", "{\"orderId\":1.5}", "{\"orderId\":\"x\"}")) {
        assertThat(post(body)).as(body).hasStatus(400);
      }
      assertThat(patch(41, "{\"process\":\"Payed\"}")).hasStatus(422);
      assertThat(patch(41, "{}")).hasStatus(422);
      assertThat(patch(41, CANCEL)).hasStatus(404);
      assertThat(patch(0, CANCEL)).hasStatus(404);
      assertThat(http.delete().uri("/payments/1")).hasStatus(405);
      assertThat(jdbc.queryForObject("select count(*) from payment", Long.class)).isZero();
    }

    private MvcTestResult pay(long order, long price) {
      return post(
          "{\"orderId\":%d,\"price\":%d,\"process\":\"Ordered\",\"customerId\":\"customer-1\"}"
              .formatted(order, price));
    }

    private MvcTestResult post(String body) {
      return http.post()
          .uri("/payments")
          .contentType(MediaType.APPLICATION_JSON)
          .content(body)
          .exchange();
    }

    private MvcTestResult cancel(long order) {
      return patch(order, CANCEL);
    }

    private MvcTestResult patch(long order, String body) {
      return http.patch()
          .uri("/payments/" + order)
          .contentType(MediaType.APPLICATION_JSON)
          .content(body)
          .exchange();
    }

    private String process(long order) {
      String body =
          new String(
              http.get().uri("/payments/" + order).exchange().getResponse().getContentAsByteArray(),
              StandardCharsets.UTF_8);
      return body.replaceAll(".*\"process\":\"(\\w+)\".*", "$1");
    }

    private boolean admitted() {
      return http.get().uri("/payments/admission").exchange().getResponse().getStatus() == 200;
    }

    private String breaker(String name) {
      String health =
          new String(
              http.get().uri("/actuator/health").exchange().getResponse().getContentAsByteArray(),
              StandardCharsets.UTF_8);
      return health.replaceAll("(?s).*\"" + name + "\":\"(\\w+)\".*", "$1");
    }

    private List<String> told(long order) {
      return jdbc.queryForList(
          "select event_type from outbox where record_key = ? order by id",
          String.class,
          String.valueOf(order));
    }

    private void arrive(String correlation, long... orders) {
      var deliveries = new ArrayList<Delivery<ShopEvent>>();
      for (long order : orders) {
        deliveries.add(
            new Delivery<>(
                new OrderCancelled(
                    "20261122120425",
                    order,
                    "GX",
                    1,
                    "OrderCancelled",
                    null,
                    1L,
                    null,
                    "customer-1"),
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

    private static void meet(CyclicBarrier barrier) {
      try {
        barrier.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  @RunningPay
  class OnH2 extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.H2.configure(properties);
    }
  }

  @Nested
  @RunningPay
  class OnHsqldb extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.HSQLDB.configure(properties);
    }
  }

  @Nested
  @RunningPay
  class OnPostgresql extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.POSTGRESQL.configure(properties);
    }
  }
}
