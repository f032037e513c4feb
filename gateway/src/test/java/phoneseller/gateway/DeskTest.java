package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator reaches of each service, and nobody else anything of. */
class DeskTest {

  private static final TestProvider PROVIDER = new TestProvider();
  private static final Backend PAY = new Backend();
  private static final Backend CUSTOMER = new Backend();
  private static final Door DOOR =
      new Door(
          PROVIDER.settings(
              "pay=" + PAY.port(),
              "customer=" + CUSTOMER.port(),
              "phoneseller.faults.enabled=true"));

  @BeforeEach
  void forget() {
    PAY.forget();
    CUSTOMER.forget();
  }

  @AfterAll
  static void close() {
    DOOR.close();
    PAY.close();
    CUSTOMER.close();
    PROVIDER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health, /actuator/health",
    "GET, /metrics, /actuator/prometheus",
    "GET, /faults, /actuator/faults",
    "POST, /faults, /actuator/faults",
    "DELETE, /faults, /actuator/faults",
    "GET, /faults/provider, /actuator/faults/provider",
    "POST, /faults/provider, /actuator/faults/provider",
    "DELETE, /faults/provider, /actuator/faults/provider",
    "GET, /deadletters, /actuator/deadletters",
    "POST, /deadletters/replay, /actuator/deadletters/replay",
    "POST, /deadletters/explain, /actuator/deadletters/explain",
    "GET, /rebuild, /actuator/rebuild",
    "POST, /rebuild, /actuator/rebuild"
  })
  void eachEndpointIsTheOperatorsAlone(String method, String endpoint, String target) {
    String path = "/operations/pay" + endpoint;
    for (String role : List.of("customer", "dealer", "admin")) {
      assertProblem(as(role, method, path), 403);
    }
    assertProblem(DOOR.send(method, path, ""), 403);
    assertThat(PAY.seen()).isEmpty();
    assertThat(as("operator", method, path).statusCode()).isEqualTo(200);
    assertThat(PAY.last().method()).isEqualTo(method);
    assertThat(PAY.last().target()).isEqualTo(target);
    assertThat(PAY.last().headers().getFirst("Authorization")).startsWith("Bearer ");
    assertThat(PAY.last().headers().getFirst("X-Reason")).isEqualTo("because");
  }

  @Test
  void whoeverHasNoTokenInProductionIsAskedForOne() {
    try (var production = new Door(PROVIDER.settings("phoneseller.identity.guests=false"))) {
      assertProblem(production.get("/operations/pay/health"), 401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/operations",
        "/operations/pay",
        "/operations/pay/env",
        "/operations/pay/heapdump",
        "/operations/pay/deadletters/replay",
        "/operations/bank/health",
        "/operations/pay/faults/..",
        "/operations/pay/faults/%2e%2e/env",
        "/operations/pay/faults/a/b"
      })
  void nothingElseOfAServiceIsReached(String path) {
    assertProblem(as("operator", "GET", path), 404);
    assertThat(PAY.seen()).isEmpty();
  }

  @Test
  void eachServiceIsReachedByItsNameAndTheGatewayItselfToo() {
    as("operator", "GET", "/operations/customer/metrics?x=1");
    assertThat(CUSTOMER.last().target()).isEqualTo("/actuator/prometheus?x=1");
    assertThat(as("operator", "GET", "/operations/gateway/health").body()).contains("\"UP\"");
    assertThat(as("operator", "GET", "/operations/gateway/metrics").body())
        .contains("http_server_requests_seconds");
    assertThat(as("operator", "GET", "/operations/gateway/faults").body()).contains("\"on\":false");
    assertProblem(as("operator", "GET", "/operations/store/health"), 503);
  }

  private static HttpResponse<String> as(String role, String method, String path) {
    String token = PROVIDER.accessToken(role + "-1", List.of(role));
    return DOOR.send(method, path, "", "Authorization", "Bearer " + token, "X-Reason", "because");
  }
}
