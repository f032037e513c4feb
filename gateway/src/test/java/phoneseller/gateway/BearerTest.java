package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API clients show a token; a bad one ends at the door, a good one goes on as it is. */
class BearerTest {

  private static final TestProvider PROVIDER = new TestProvider();
  private static final Backend APP = new Backend();
  private static final Door DOOR = new Door(PROVIDER.settings("app=" + APP.port()));

  @BeforeEach
  void forget() {
    APP.forget();
    PROVIDER.audience = "phoneseller";
  }

  @AfterAll
  static void close() {
    DOOR.close();
    APP.close();
    PROVIDER.close();
  }

  @Test
  void aGoodTokenIsPassedOnAndNeedsNoCsrfHeader() {
    String token = PROVIDER.accessToken("customer-1", List.of("customer"));
    assertThat(DOOR.post("/orders", "{}", "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(200);
    assertThat(APP.last().headers().get("Authorization")).containsExactly("Bearer " + token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer nonsense",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJjdXN0b21lci0xIn0.",
        "Basic dXNlcjpwYXNz",
        "Bearer",
        "Bearer a, Bearer b"
      })
  void aBadTokenEndsAtTheDoor(String shown) {
    var answer = DOOR.get("/orders", "Authorization", shown);
    assertProblem(answer, 401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(APP.seen()).isEmpty();
  }

  @Test
  void aTokenForAnotherAudienceOrOfAnotherIssuerEndsThereToo() {
    PROVIDER.audience = "elsewhere";
    String elsewhere = PROVIDER.accessToken("customer-1", List.of("customer"));
    assertProblem(DOOR.get("/orders", "Authorization", "Bearer " + elsewhere), 401);
    try (var stranger = new TestProvider()) {
      String forged = stranger.accessToken("customer-1", List.of("operator"));
      assertProblem(DOOR.get("/orders", "Authorization", "Bearer " + forged), 401);
    }
    assertThat(APP.seen()).isEmpty();
  }

  @Test
  void aTokenCountsForMoreThanACookie() throws Exception {
    var browser = new Browser(DOOR);
    browser.signIn("/");
    String token = PROVIDER.accessToken("customer-2", List.of("customer"));
    browser.get("/orders", "Authorization", "Bearer " + token);
    assertThat(APP.last().headers().get("Authorization")).containsExactly("Bearer " + token);
  }

  @Test
  void withoutATokenTheServiceDecides() {
    try (var production =
        new Door(PROVIDER.settings("app=" + APP.port(), "phoneseller.identity.guests=false"))) {
      APP.answers(exchange -> Backend.answer(exchange, 401, "{}", "WWW-Authenticate", "Bearer"));
      var answer = production.get("/orders");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(production.get("/session").body()).contains("\"guests\":false");
      assertThat(production.get("/").statusCode()).isEqualTo(200);
    }
  }
}
