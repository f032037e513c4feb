package phoneseller.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.AccessContract;
import phoneseller.testing.Example;
import phoneseller.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what with orders, in production's default; pay is away, so payments stay open. */
@RunningApp
class AccessTest extends AccessContract {

  private static final String ORDER = "{\"item\":\"a phone\",\"qty\":1,\"price\":1000}";
  private static final String CANCEL = "{\"status\":\"cancel\"}";

  @Autowired private JdbcTemplate jdbc;

  AccessTest() {
    super("app");
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
  }

  @Override
  protected Map<String, Example> examples() {
    var order = placed(OWNER);
    return withOperations(
        Map.of(
            "GET /phones", Example.of("/phones", 200),
            "GET /phones/{id}", Example.of("/phones/1", 200),
            "GET /orders", Example.of("/orders", 200),
            "POST /orders", Example.of("/orders", 202).sending(ORDER),
            "GET /orders/{id}", Example.of("/orders/#", 200).like(order, "9999"),
            "PATCH /orders/{id}",
                Example.of("/orders/#", 200).like(order, "9999").sending(CANCEL)));
  }

  @Test
  void aListAndItsTotalsHoldOnesOwnAlone() throws Exception {
    jdbc.update("delete from orders");
    var mine = List.of(placed(OWNER), placed(OWNER), placed(OWNER));
    var anothers = List.of(placed(STRANGER), placed(STRANGER));

    for (var uri : List.of("/orders", "/orders?sort=price,desc", "/orders?after=0")) {
      assertThat(ids(uri, OWNER)).as(uri).containsExactlyInAnyOrderElementsOf(mine);
      assertThat(ids(uri, STRANGER)).as(uri).containsExactlyInAnyOrderElementsOf(anothers);
      assertThat(ids(uri, OPERATOR)).as(uri).hasSize(5);
    }
    assertThat(json("/orders?size=2", OWNER).at("/page/totalElements").asInt()).isEqualTo(3);
    assertThat(json("/orders?size=2", STRANGER).at("/page/totalPages").asInt()).isOne();
  }

  @Test
  void anOrderIsCancelledByItsCustomerOrAnOperatorAndNobodyElse() {
    var order = "/orders/" + placed(OWNER);

    assertThat(ask("PATCH", order, CANCEL, STRANGER).getStatus()).isEqualTo(404);
    assertThat(status(order)).isEqualTo("Ordered");
    assertThat(ask("PATCH", order, CANCEL, OPERATOR).getStatus()).isEqualTo(200);
    assertThat(status(order)).isEqualTo("OrderCancelled");
  }

  @Test
  void theTokenDecidesWhoseAnOrderIs() throws Exception {
    assertThat(placing("customer-1").getStatus()).isEqualTo(202);
    var refused = placing("customer-2");

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(new JsonMapper().readTree(refused.getContentAsByteArray()).path("field").asString())
        .isEqualTo("customerId");
    assertThat(json("/orders/" + placed(OWNER), OWNER).path("customerId").asString())
        .isEqualTo("customer-1");
  }

  private MockHttpServletResponse placing(String customer) {
    var order = ORDER.replace("}", ",\"customerId\":\"" + customer + "\"}");
    return ask("POST", "/orders", order, OWNER);
  }

  private String placed(String token) {
    var placed = ask("POST", "/orders", ORDER, token);
    assertThat(placed.getStatus()).isEqualTo(202);
    return Objects.requireNonNull(placed.getHeader("Location")).replaceAll(".*/", "");
  }

  private String status(String order) {
    return json(order, OPERATOR).path("status").asString();
  }

  private List<String> ids(String uri, String token) {
    return json(uri, token)
        .at("/_embedded/orders")
        .valueStream()
        .map(order -> order.path("id").asString())
        .toList();
  }

  private JsonNode json(String uri, String token) {
    return new JsonMapper().readTree(ask("GET", uri, null, token).getContentAsByteArray());
  }
}
