package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

  private static final Backend APP = new Backend();
  private static final Door DOOR =
      new Door("app=" + APP.port(), "server.tomcat.connection-timeout=300ms");

  @BeforeEach
  void forget() {
    APP.forget();
  }

  @AfterAll
  static void close() {
    DOOR.close();
    APP.close();
  }

  @Test
  void aBodyOfExactlyTheLimitPasses() {
    String body = "x".repeat(65_536);
    assertThat(DOOR.post("/orders", body).statusCode()).isEqualTo(200);
    assertThat(APP.last().body()).hasSize(65_536);
  }

  @Test
  void aLargerBodyIsRefusedByItsAnnouncedLength() {
    assertProblem(DOOR.post("/orders", "x".repeat(65_537)), 413);
    assertProblem(DOOR.post("/orders", "x".repeat(1_000_000)), 413);
    assertThat(APP.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
  void aLargerBodyOfUnknownLengthIsRefusedAsItIsRead(String type) {
    byte[] body = ("a=" + "x".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    assertProblem(DOOR.send("POST", "/orders", chunked, "Content-Type", type), 413);
    assertThat(APP.seen()).isEmpty();
  }

  @Test
  void headersBeyondTheLimitAreRefusedAsAProblem() {
    assertProblem(DOOR.get("/orders", "X-Long", "x".repeat(20_000)), 400);
    assertThat(APP.seen()).isEmpty();
  }

  @Test
  void aBodyThatStopsComingEndsTheRequest() throws IOException {
    String answer =
        raw("POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{\"a");
    assertThat(answer).startsWith("HTTP/1.1 408").contains("application/problem+json");
    assertThat(APP.seen()).isEmpty();
  }

  @Test
  void aHeadThatStopsComingEndsTheConnection() throws IOException {
    assertThat(raw("GET /orders HTTP/1.1\r\nHost: loc")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /orders?a=%zz HTTP/1.1",
        "GET /orders?a=%&b=%C3%28 HTTP/1.1",
        "GET /orders?a=b=c&&=d HTTP/1.1",
        "TRACE /orders HTTP/1.1",
        "FOO /orders HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "GET http://localhost/orders HTTP/1.1",
        "GET /nothing HTTP/1.1\r\nAccept: image/png",
        "GET /nothing HTTP/1.1\r\nAccept: nonsense",
        "POST /orders HTTP/1.1\r\nContent-Type: nonsense\r\nContent-Length: 0",
        "POST /orders HTTP/1.1\r\nContent-Length: -1"
      })
  void nothingOddIsAnErrorOfTheGateways(String request) throws IOException {
    assertThat(raw(request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .matches(answer -> answer.matches("(?s)HTTP/1.1 [24]0.*"))
        .doesNotContain("Exception", "<html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /orders/{x} HTTP/1.1", "GET /orders/%2F HTTP/1.1", "NONSENSE"})
  void whatIsNotHttpIsRefusedAsAProblem(String line) throws IOException {
    assertThat(raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"correlationId\":\"")
        .doesNotContain("Exception", "\"properties\"");
    assertThat(APP.seen()).isEmpty();
  }

  /** Everything the gateway says until it closes the connection. */
  private static String raw(String bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), DOOR.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
