package phoneseller.reward.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.testing.TestServiceToken.CREDENTIAL;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import phoneseller.reward.RunningReward;
import phoneseller.reward.application.GrantPoints;
import phoneseller.reward.application.GrantPoints.Payment;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.Ledger;
import phoneseller.reward.domain.OrderId;
import phoneseller.reward.domain.Points;
import phoneseller.testing.TestDatabase;
import phoneseller.testing.TestServiceToken;

@RunningReward
class RewardsTest {

  private static final String PAY = "Bearer " + TestServiceToken.of("pay");
  private static final String RECLAIM =
      "{\"orderId\":\"2\",\"point\":-1,\"process\":\"PayCancelled\",\"customerId\":\"kim\"}";
  private static final String GIVE_BACK = "{\"orderId\":2,\"process\":\"Payed\"}";

  @Autowired MockMvcTester http;
  @Autowired GrantPoints grantPoints;
  @Autowired Ledger ledger;
  @Autowired JdbcTemplate jdbc;
  @Autowired MeterRegistry meters;

  private long granted;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.HSQLDB.configure(properties);
  }

  @BeforeEach
  void oneOrderIsPaid() {
    jdbc.update("delete from ledger_entry");
    jdbc.update("delete from outbox");
    var payment = new Payment(new OrderId(2), new CustomerId("kim"), new Points(99000));
    grantPoints.grant(List.of(payment), Instant.parse("2026-11-22T12:03:50Z"));
    granted = ledger.entriesOf(new OrderId(2)).getFirst().id();
  }

  @Test
  void anEntryIsShownInTheWordsOfTheWire() {
    assertThat(get("/rewards/" + granted))
        .hasStatusOk()
        .hasContentTypeCompatibleWith("application/hal+json")
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"id":%1$d,"orderId":2,"point":99000,"process":"Payed","customerId":"kim","_links":{
               "self":{"href":"http://localhost/rewards/%1$d"},
               "reward":{"href":"http://localhost/rewards/%1$d"}}}\
            """
                .formatted(granted));
  }

  @Test
  void payTakesThePointsBackOnce() {
    var first = post(PAY, RECLAIM);
    var again = post(PAY, RECLAIM);

    assertThat(first).hasStatus(201).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
    assertThat(first).bodyJson().extractingPath("$.point").isEqualTo(-99000);
    assertThat(first).bodyJson().extractingPath("$.process").isEqualTo("PayCancelled");
    assertThat(first)
        .headers()
        .hasValue("Location", location(ledger.entriesOf(new OrderId(2)).getLast().id()));
    assertThat(again).hasStatusOk();
    assertThat(again.getResponse().getContentAsByteArray())
        .isEqualTo(first.getResponse().getContentAsByteArray());
    assertThat(points("/rewards")).isEqualTo(List.of(99000, -99000));
    assertThat(points("/rewards/search/findByOrderId?orderId=2")).isEqualTo(List.of(99000, -99000));
    assertThat(points("/rewards?sort=id,desc")).isEqualTo(List.of(-99000, 99000));
  }

  @Test
  void anybodyElseIsToldThatThePaymentIsNotBeingCancelled() {
    for (var authorization : List.of("", "Bearer " + TestServiceToken.of("app"))) {
      assertProblem(post(authorization, RECLAIM), 409);
      assertProblem(post(authorization, GIVE_BACK), 409);
    }
    assertThat(ledger.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer wrong", "Bearer " + CREDENTIAL, "Basic x", CREDENTIAL})
  void whoClaimsToBePayAndIsNotIsNobody(String authorization) {
    assertProblem(post(authorization, RECLAIM), 401);

    assertThat(ledger.count()).isEqualTo(1);
  }

  @Test
  void payGivesBackWhatItTookAndNoMore() {
    assertProblem(post(PAY, GIVE_BACK), 409);
    assertThat(post(PAY, RECLAIM)).hasStatus(201);
    assertThat(post(PAY, GIVE_BACK)).hasStatus(201);
    assertThat(post(PAY, GIVE_BACK)).hasStatusOk();
    assertProblem(post(PAY, RECLAIM), 409);

    assertThat(points("/rewards")).isEqualTo(List.of(99000, -99000, 99000));
  }

  @Test
  void aCancelIsConfirmedOnlyWhenThePointsAreTakenBack() {
    assertProblem(patch(granted, "{\"process\":\"Cancelled\"}"), 409);
    post(PAY, RECLAIM);

    assertThat(patch(granted, "{\"process\":\"Cancelled\"}"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.point")
        .isEqualTo(99000);
    assertProblem(patch(granted, "{\"process\":\"Payed\"}"), 422);
    assertProblem(patch(granted, "{}"), 422);
    assertProblem(patch(999_999, "{\"process\":\"Cancelled\"}"), 404);
    assertThat(ledger.count()).isEqualTo(2);
  }

  @Test
  void badInputIsRefusedAndChangesNothing() {
    assertProblem(post(PAY, "{"), 400);
    assertProblem(post(PAY, "[]"), 400);
    assertProblem(post(PAY, "{\"orderId\":\"x\",\"process\":\"PayCancelled\"}"), 400);
    assertProblem(post(PAY, "{\"orderId\":1.5,\"process\":\"PayCancelled\"}"), 400);
    assertProblem(post(PAY, "{\"process\":\"PayCancelled\"}"), 422);
    assertProblem(post(PAY, "{\"orderId\":0,\"process\":\"PayCancelled\"}"), 422);
    assertProblem(post(PAY, "{\"orderId\":2}"), 422);
    assertProblem(post(PAY, "{\"orderId\":2,\"process\":\"Cancelled\"}"), 422);
    for (String customer : List.of("", " ", "x".repeat(65), "\\u0000", "\\ud800")) {
      var body = RECLAIM.replace("kim", customer);
      assertProblem(post(PAY, body), 422);
    }
    assertProblem(get("/rewards/x"), 400);
    assertProblem(get("/rewards/999999"), 404);
    assertProblem(get("/rewards?page=-1"), 422);
    assertProblem(get("/rewards?sort=point"), 422);
    assertProblem(get("/rewards?after=x"), 422);
    assertProblem(get("/rewards?after=0&size=0"), 422);
    assertThat(get("/rewards?after=999999")).hasStatusOk();
    assertProblem(get("/rewards/search/findByOrderId"), 400);
    assertThat(points("/rewards/search/findByOrderId?orderId=99")).isEqualTo(List.of());
    assertThat(points("/rewards/search/findByOrderId?orderId=-1")).isEqualTo(List.of());

    assertThat(points("/rewards")).isEqualTo(List.of(99000));
  }

  @Test
  void theLedgerSaysHowBusyItIs() {
    var waiting = new AtomicLong(10_000);
    meters.gauge("events.behind", List.of(Tag.of("in", "test")), waiting);

    assertThat(get("/rewards/load"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.backlog")
        .isEqualTo(10_000);
    waiting.set(10_001);
    assertProblem(get("/rewards/load"), 503);
    assertThat(get("/rewards/load").getResponse().getHeader("Retry-After")).matches("[5-9]|10");
    waiting.set(0);
    assertThat(get("/rewards/load"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.consuming")
        .as("there is no broker in reach")
        .isEqualTo(false);
  }

  private static String location(long id) {
    return "http://localhost/rewards/" + id;
  }

  private Object points(String uri) {
    var points = new ArrayList<Object>();
    assertThat(get(uri))
        .bodyJson()
        .extractingPath("$._embedded.rewards[*].point")
        .asArray()
        .allSatisfy(points::add);
    return points;
  }

  private MvcTestResult get(String uri) {
    return http.get().uri(uri).exchange();
  }

  private MvcTestResult post(String authorization, String body) {
    var request = http.post().uri("/rewards").contentType(MediaType.APPLICATION_JSON).content(body);
    return authorization.isEmpty()
        ? request.exchange()
        : request.header(HttpHeaders.AUTHORIZATION, authorization).exchange();
  }

  private MvcTestResult patch(long id, String body) {
    return http.patch()
        .uri("/rewards/" + id)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private static void assertProblem(MvcTestResult answer, int status) {
    assertThat(answer)
        .hasStatus(status)
        .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.correlationId").asString().isNotBlank();
  }
}
