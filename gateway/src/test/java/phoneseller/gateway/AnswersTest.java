package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

  private static final Backend APP = new Backend();
  private static final Door DOOR =
      new Door("app=" + APP.port(), "phoneseller.gateway.connections.answer=100KB");

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
  @ValueSource(ints = {200, 201, 202, 204, 301, 304, 400, 401, 402, 409, 422, 429, 500, 503})
  void theServicesStatusIsTheAnswer(int status) {
    APP.answers(exchange -> Backend.answer(exchange, status, ""));
    assertThat(DOOR.get("/orders/2").statusCode()).isEqualTo(status);
  }

  @Test
  void headersAndBodyComeBackIntact() {
    APP.answers(exchange ->
        Backend.answer(
            exchange,
            201,
            "{\"item\":\"노트\"}",
            "Content-Type",
            "application/hal+json",
            "Location",
            "http://localhost:8088/orders/2",
            "Retry-After",
            "7",
            "ETag",
            "\"v1\"",
            "Idempotency-Key",
            "k-1",
            "Link",
            "<a>",
            "Link",
            "<b>"));
    var answer = DOOR.post("/orders", "{}", "Content-Type", "application/json");
    var headers = answer.headers();
    assertThat(answer.body()).isEqualTo("{\"item\":\"노트\"}");
    assertThat(headers.allValues("Content-Type")).containsExactly("application/hal+json");
    assertThat(headers.allValues("Location")).containsExactly("http://localhost:8088/orders/2");
    assertThat(headers.allValues("Retry-After")).containsExactly("7");
    assertThat(headers.allValues("ETag")).containsExactly("\"v1\"");
    assertThat(headers.allValues("Idempotency-Key")).containsExactly("k-1");
    assertThat(headers.allValues("Link")).containsExactly("<a>", "<b>");
    for (String once : List.of("Date", "Content-Length")) {
      assertThat(headers.allValues(once)).hasSize(1);
    }
  }

  @Test
  void aHeadTellsTheLengthThatAGetWouldHave() {
    APP.answers(exchange -> Backend.answer(exchange, 200, "", "Content-Length", "42"));
    var answer = DOOR.send("HEAD", "/orders", "");
    assertThat(answer.headers().allValues("Content-Length")).containsExactly("42");
  }

  @Test
  void anAnswerOfUnknownLengthComesWhole() {
    String body = "x".repeat(90_000);
    APP.answers(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
      exchange.close();
    });
    assertThat(DOOR.get("/orders").body()).isEqualTo(body);
  }

  @Test
  void anAnswerBeyondAllMeasureIsNotHeldInMemory() {
    APP.answers(exchange -> Backend.answer(exchange, 200, "x".repeat(200_000)));
    assertProblem(DOOR.get("/orders"), 502);
  }
}
