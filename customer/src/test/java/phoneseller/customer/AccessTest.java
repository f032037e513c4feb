package phoneseller.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.EventHandler;
import phoneseller.testing.AccessContract;
import phoneseller.testing.Example;
import phoneseller.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may see which rows of the view, in production's default. */
@SpringBootTest(
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "phoneseller.read-token.patience=50ms"
    })
@AutoConfigureMockMvc
class AccessTest extends AccessContract {

  @Autowired private EventHandler<ShopEvent> projection;
  @Autowired private TransactionTemplate transaction;

  AccessTest() {
    super("customer");
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
  }

  /** 11 and 12 are customer-1's, 13 is customer-2's. */
  @BeforeEach
  void ordersOfTwoCustomers() {
    for (var life :
        List.of(Life.of(11, "customer-1"), Life.of(12, "customer-1"), Life.of(13, "customer-2"))) {
      transaction.executeWithoutResult(_ -> projection.handle(life.whole().subList(0, 4)));
    }
  }

  @Override
  protected Map<String, Example> examples() {
    var all = new HashMap<String, Example>();
    all.put("GET /customers", Example.of("/customers", 200));
    all.put("GET /customers/{id}", Example.of("/customers/#", 200).like("11", "9999"));
    all.put(
        "GET /customers/{id}/events", Example.of("/customers/#/events", 200).like("11", "9999"));
    all.put(
        "GET /customers/{id}/timeline",
        Example.of("/customers/#/timeline", 200).like("11", "9999"));
    all.put(
        "GET /customers/search/findByOrderId",
        Example.of("/customers/search/findByOrderId?orderId=#", 200).like("11", "9999"));
    all.put(
        "GET /customers/search/findByCustomerId",
        Example.of("/customers/search/findByCustomerId?customerId=#", 200)
            .like("customer-1", "nobody"));
    all.put(
        "GET /customers/points",
        Example.of("/customers/points?customerId=#", 200).like("customer-1", "nobody"));
    all.put(
        "GET /customers/search/findByCorrelationId",
        Example.of("/customers/search/findByCorrelationId?correlationId=shopping-11", 200));
    all.put("GET /customers/flow", Example.of("/customers/flow", 200));
    all.put("GET /actuator/rebuild", Example.of("/actuator/rebuild", 200));
    all.put(
        "POST /actuator/rebuild",
        Example.of("/actuator/rebuild", 400).sending("{\"force\":\"perhaps\"}"));
    return withOperations(all);
  }

  @Test
  void aListAndItsTotalsHoldOnesOwnAlone() {
    for (var uri : List.of("/customers", "/customers?sort=id,desc", "/customers?after=0")) {
      assertThat(orders(uri, OWNER)).as(uri).containsExactlyInAnyOrder("11", "12");
      assertThat(orders(uri, STRANGER)).as(uri).containsExactly("13");
      assertThat(orders(uri, OPERATOR)).as(uri).containsExactlyInAnyOrder("11", "12", "13");
    }
    assertThat(json("/customers?size=1", OWNER).at("/page/totalElements").asInt()).isEqualTo(2);
    assertThat(json("/customers", STRANGER).at("/page/totalElements").asInt()).isOne();
  }

  @Test
  void pointsAreOnesOwn() {
    assertThat(json("/customers/points?customerId=customer-1", OWNER).path("balance").asInt())
        .isEqualTo(198_000);
    assertThat(json("/customers/points?customerId=customer-1", STRANGER).path("balance").asInt())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/customers", "/customers/9999", "/customers/search/findByOrderId?orderId=13"})
  void aReadTokenOfSomebodyElsesOrderIsLikeOneOfNone(String uri) {
    var shown = headers(uri, "11.Ordered", STRANGER);

    assertThat(shown).isEqualTo(headers(uri, "9999.Ordered", STRANGER));
    assertThat(shown).containsEntry("X-View-Stale", "true");
    assertThat(headers(uri, "11.Ordered", OWNER)).doesNotContainKey("X-View-Stale");
    assertThat(headers(uri, "11.Ordered", OPERATOR)).doesNotContainKey("X-View-Stale");
  }

  private Map<String, String> headers(String uri, String readToken, String token) {
    var answer =
        http.get()
            .uri(uri)
            .header("Authorization", "Bearer " + token)
            .header("X-Read-Token", readToken)
            .exchange()
            .getResponse();
    var headers = new TreeMap<String, String>();
    answer.getHeaderNames().forEach(name -> headers.put(name, answer.getHeader(name)));
    headers.remove("X-Correlation-Id");
    headers.put("status", Integer.toString(answer.getStatus()));
    return headers;
  }

  private List<String> orders(String uri, String token) {
    return json(uri, token)
        .at("/_embedded/customers")
        .valueStream()
        .map(row -> row.path("orderId").asString())
        .toList();
  }

  private JsonNode json(String uri, String token) {
    return new JsonMapper().readTree(ask("GET", uri, null, token).getContentAsByteArray());
  }
}
