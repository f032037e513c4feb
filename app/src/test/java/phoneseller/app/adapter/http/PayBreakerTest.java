package phoneseller.app.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import phoneseller.app.RunningApp;
import phoneseller.testing.TestDatabase;

/** The breaker towards a pay on a real socket, with the rates that the service ships with. */
@RunningApp
class PayBreakerTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final HttpServer PAY = pay();
  private static volatile Duration takes = Duration.ZERO;

  @Autowired MockMvcTester http;
  @Autowired JdbcTemplate jdbc;
  @Autowired CircuitBreaker breaker;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
    properties.add("api.url.pay", () -> "http://localhost:" + PAY.getAddress().getPort());
    properties.add("pay.breaker.open-for", () -> "5s");
    properties.add("pay.time-limit", () -> "20s");
  }

  @AfterAll
  static void stopPay() {
    PAY.stop(0);
  }

  @BeforeEach
  void sound() {
    takes = Duration.ZERO;
    breaker.reset();
  }

  @Test
  void aHundredLatePaymentsRefuseNobodyElse() {
    takes = Duration.ofMillis(700);
    assertThat(atOnce(100)).allSatisfy(late -> assertThat(late).hasStatus(201));
    takes = Duration.ZERO;
    for (int i = 0; i < 250; i++) {
      assertThat(post()).hasStatus(201);
    }
    assertThat(breaker.getState()).isEqualTo(State.CLOSED);
  }

  @Test
  void whilePayIsSlowOrdersAreRefusedFastAndAreTakenAgainByThemselves() {
    for (int i = 0; i < 300; i++) {
      post();
    }
    takes = Duration.ofMillis(700);
    assertThat(atOnce(150)).hasSize(150);
    assertThat(breaker.getState()).as("half of the last 300").isEqualTo(State.OPEN);
    long before = orders();

    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      assertThat(post())
          .hasStatus(503)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
          .containsHeader("Retry-After")
          .bodyText()
          .contains("please pay a little later");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(takes.multipliedBy(5));
    assertThat(orders()).isEqualTo(before);
    assertThat(http.get().uri("/actuator/health"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.components.circuitBreakers.details.pay")
        .isEqualTo("OPEN");
    for (String probe : List.of("readiness", "liveness")) {
      assertThat(http.get().uri("/actuator/health/" + probe))
          .hasStatusOk()
          .bodyText()
          .doesNotContain("circuitBreakers");
    }

    takes = Duration.ZERO;
    await().atMost(SOON).untilAsserted(() -> assertThat(post()).hasStatus(201));
    await()
        .atMost(SOON)
        .until(() -> {
          post();
          return breaker.getState() == State.CLOSED;
        });
  }

  @Test
  void theBreakerLetsProbesThroughWithoutBeingAsked() {
    breaker.transitionToOpenState();

    await().atMost(SOON).until(() -> breaker.getState() == State.HALF_OPEN);
  }

  private List<MvcTestResult> atOnce(int orders) {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          IntStream.range(0, orders)
              .mapToObj(_ -> CompletableFuture.supplyAsync(this::post, clients))
              .toList();
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  private MvcTestResult post() {
    return http.post()
        .uri("/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"item\":\"abc123\",\"qty\":3}")
        .exchange();
  }

  private long orders() {
    var rows = jdbc.queryForObject("select count(*) from orders", Long.class);
    return rows == null ? 0 : rows;
  }

  private static HttpServer pay() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/payments", PayBreakerTest::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    try {
      Thread.sleep(takes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] body = "{\"process\":\"Payed\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(201, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
