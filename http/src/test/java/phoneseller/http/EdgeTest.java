package phoneseller.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server with nothing but the shared edge and a few things to ask for. */
class EdgeTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final ServletWebServerApplicationContext SERVICE =
      (ServletWebServerApplicationContext)
          new SpringApplicationBuilder(Service.class)
              .run(
                  "--spring.application.name=edge",
                  "--spring.config.import=classpath:http-defaults.yml",
                  "--server.port=0",
                  "--phoneseller.http.max-body-bytes=1000",
                  "--logging.level.phoneseller=off");
  private static final int PORT = Objects.requireNonNull(SERVICE.getWebServer()).getPort();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void end() {
    CLIENT.close();
    SERVICE.close();
  }

  @Test
  void theCallersCorrelationIsContinuedAndNamedInTheAnswer() throws Exception {
    var answer =
        send(
            get("/correlation").header("X-Correlation-Id", "order-7").header("traceparent", TRACE));

    assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue("order-7");
    assertThat(json(answer).path("id").asString()).isEqualTo("order-7");
    assertThat(json(answer).path("traceparent").asString())
        .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
        .isNotEqualTo(TRACE);
  }

  @Test
  void withoutACorrelationOneBeginsAndIsNamedInTheAnswer() throws Exception {
    var answer = send(get("/correlation"));

    assertThat(answer.headers().firstValue("X-Correlation-Id"))
        .hasValue(json(answer).path("id").asString());
  }

  @Test
  void aCallToTheNextServiceCarriesTheCorrelation() throws Exception {
    var answer =
        send(get("/passed-on").header("X-Correlation-Id", "order-7").header("traceparent", TRACE));

    assertThat(json(answer).path("id").asString()).isEqualTo("order-7");
    assertThat(json(answer).path("traceparent").asString())
        .startsWith("00-0af7651916cd43dd8448eb211c80319c-");
  }

  @Test
  void theBodyHasALimitWhenItsLengthIsAnnounced() throws Exception {
    assertProblem(send(post("/things", "\"" + "x".repeat(1_000) + "\"")), 413);
    assertProblem(send(post("/things", "{\"name\":\"" + "x".repeat(100_000) + "\"}")), 413);
  }

  @Test
  void theBodyHasALimitWhenItComesInChunks() throws Exception {
    byte[] large = ("{\"name\":\"" + "x".repeat(5_000) + "\"}").getBytes(UTF_8);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

    assertProblem(send(request("/things").method("POST", chunked)), 413);
  }

  @Test
  void aBodyWithinTheLimitIsReadWhetherAnnouncedOrInChunks() throws Exception {
    byte[] small = ("{\"name\":\"" + "x".repeat(900) + "\"}").getBytes(UTF_8);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(small));

    assertThat(send(request("/things").method("POST", chunked)).statusCode()).isEqualTo(200);
    assertThat(send(request("/things").POST(BodyPublishers.ofByteArray(small))).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "\"text\"",
        "null",
        "{\"count\":\"many\"}",
        "{\"count\":1.5}",
        "{\"count\":99999999999}",
        "{\"count\":{}}",
        "{\"name\":[]}",
        "{'name':'x'}"
      })
  void aBodyThatCannotBeReadIs400(String body) throws Exception {
    assertProblem(send(post("/things", body)), 400);
  }

  @Test
  void numbersMayArriveAsStrings() throws Exception {
    assertThat(send(post("/things", "{\"count\":\"7\"}")).body()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nowhere,404",
    "GET,/error,404",
    "GET,/things/seven,400",
    "GET,/things/99999999999999999999,400",
    "DELETE,/things,405",
    "GET,/things,405",
    "TRACE,/things,405",
    "FOO,/things,405",
    "GET,/refused,418",
    "GET,/unacceptable,422",
    "GET,/broken,500",
    "GET,/things/7?name=%zz,400",
    "GET,/needs-parameter,400"
  })
  void everyRefusalIsAProblem(String method, String path, int status) throws Exception {
    var answer = raw(method + " " + path + " HTTP/1.1");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("application/problem+json");
    assertThat(answer).contains("\"status\":" + status).doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "nonsense", "application/json;charset=no"})
  void aBodyThatIsNotJsonIs415(String type) throws Exception {
    var answer =
        send(
            request("/things").setHeader("Content-Type", type).POST(BodyPublishers.ofString("{}")));

    assertProblem(answer, 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "image/png", "nonsense"})
  void anAnswerThatCannotBeGivenIs406(String accept) throws Exception {
    assertProblem(send(get("/correlation").header("Accept", accept)), 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/png"})
  void evenWhoDoesNotAskForProblemsGetsThem(String accept) throws Exception {
    assertProblem(send(get("/nowhere").header("Accept", accept)), 404);
    assertProblem(send(get("/refused").header("Accept", accept)), 418);
  }

  @Test
  void whatNobodyForesawTellsNothingOfItsInside() throws Exception {
    var answer = send(get("/broken"));

    assertProblem(answer, 500);
    assertThat(answer.body()).doesNotContain("secret", "Exception", "\tat ", "trace");
  }

  @Test
  void anUnacceptableParameterNamesItsField() throws Exception {
    var answer = send(get("/unacceptable"));

    assertThat(json(answer).path("field").asString()).isEqualTo("size");
    assertThat(json(answer).path("detail").asString()).isEqualTo("size is below 1");
  }

  @Test
  void whatTheContainerRefusesKeepsTheCorrelationOfTheRequest() throws Exception {
    var answer = send(get("/refused"));

    assertThat(answer.headers().allValues("X-Correlation-Id"))
        .containsExactly(json(answer).path("correlationId").asString());
    assertThat(EdgeController.lastRefused).isEqualTo(json(answer).path("correlationId").asString());
  }

  /** The answer to a request line that no well-behaved client would send. */
  private static String raw(String line) throws IOException {
    try (var socket = new Socket("localhost", PORT)) {
      var request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = json(answer);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(answer.headers().allValues("X-Correlation-Id"))
        .isEqualTo(List.of(problem.path("correlationId").asString()));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.Builder get(String path) {
    return request(path).GET();
  }

  private static HttpRequest.Builder post(String path, String body) {
    return request(path).POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(EdgeController.class)
  static class Service {}
}
