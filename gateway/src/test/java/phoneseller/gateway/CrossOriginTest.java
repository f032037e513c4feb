package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {

  private static final Backend APP = new Backend();
  private static final Door DOOR = new Door("app=" + APP.port());

  @BeforeEach
  void forget() {
    APP.forget();
  }

  @AfterAll
  static void close() {
    DOOR.close();
    APP.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "http://localhost", "http://127.0.0.1:5173"})
  void pagesOfThisMachineMayCallOutOfTheBox(String origin) {
    var answer = DOOR.get("/orders", "Origin", origin);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(header(answer, "Access-Control-Expose-Headers").split(", ", -1))
        .contains("Location", "Retry-After", "X-Correlation-Id")
        .contains("X-Read-Token", "X-View-Stale", "X-View-As-Of");
  }

  @Test
  void thePreflightIsAnsweredAtTheDoor() {
    var answer = preflight(DOOR, "http://localhost:3000");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Access-Control-Allow-Methods")).contains("PATCH");
    assertThat(header(answer, "Access-Control-Allow-Headers"))
        .contains("content-type", "idempotency-key", "x-read-token");
    assertThat(APP.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "http://localhost.evil.example", "null"})
  void pagesOfOtherOriginsMayNot(String origin) {
    assertProblem(DOOR.get("/orders", "Origin", origin), 403);
    assertProblem(preflight(DOOR, origin), 403);
    assertThat(APP.seen()).isEmpty();
  }

  @Test
  void theGatewaysOwnPagesMayCall() {
    assertThat(
            DOOR.get("/orders", "Host", "shop.example", "Origin", "http://shop.example")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aShopNamesTheOriginsItAllows() {
    try (var door =
        new Door("app=" + APP.port(), "phoneseller.gateway.allowed-origins=https://a.example")) {
      assertThat(preflight(door, "https://a.example").statusCode()).isEqualTo(200);
      assertProblem(preflight(door, "http://localhost:3000"), 403);
    }
  }

  private static HttpResponse<String> preflight(Door door, String origin) {
    return door.send(
        "OPTIONS",
        "/orders/2",
        "",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "PATCH",
        "Access-Control-Request-Headers",
        "content-type,idempotency-key,x-read-token");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
