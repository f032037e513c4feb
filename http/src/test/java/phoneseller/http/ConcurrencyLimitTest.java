package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A real server with two places, both of them taken. */
class ConcurrencyLimitTest {

  private static final CountDownLatch RELEASE = new CountDownLatch(1);
  private static final AtomicInteger STARTED = new AtomicInteger();
  private final ServletWebServerApplicationContext service =
      (ServletWebServerApplicationContext)
          new SpringApplicationBuilder(Service.class)
              .run(
                  "--spring.application.name=limited",
                  "--spring.config.import=classpath:http-defaults.yml",
                  "--server.port=0",
                  "--phoneseller.http.limit.in-flight=2",
                  "--phoneseller.http.limit.retry-after=3s");
  private final int port = Objects.requireNonNull(service.getWebServer()).getPort();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void end() {
    RELEASE.countDown();
    client.close();
    service.close();
  }

  @Test
  void whoFindsNoPlaceIsRefusedAtOnceAndNobodyElse() throws Exception {
    var slow = List.of(async("/slow"), async("/slow"));
    await().until(() -> STARTED.get() == 2);

    var waits = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      var refused = get("/quick");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(refused.headers().firstValue("X-Correlation-Id")).isPresent();
      assertThat(refused.body()).contains("\"status\":503", "correlationId", "little later");
      waits.add(refused.headers().firstValue("Retry-After").orElseThrow());
    }
    assertThat(waits).allMatch(wait -> wait.matches("[3-6]"));
    assertThat(Set.copyOf(waits)).as("spread").hasSizeGreaterThan(1);
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/../quick").statusCode()).isIn(400, 404, 503);
    assertThat(get("/actuator/prometheus").body())
        .contains("http_limit_in_flight{service=\"limited\"} 2.0")
        .containsPattern("http_limit_refused_total\\{service=\"limited\"} 2[0-9]\\.0");

    RELEASE.countDown();
    for (var answer : slow) {
      assertThat(answer.join().statusCode()).isEqualTo(200);
    }
    assertThat(get("/quick").statusCode()).isEqualTo(200);
    // A place is free once the answer has been sent, not before.
    await()
        .untilAsserted(() ->
            assertThat(get("/actuator/prometheus").body())
                .contains("http_limit_in_flight{service=\"limited\"} 0.0"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path), BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> async(String path) {
    return client.sendAsync(request(path), BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Answers.class)
  static class Service {}

  @RestController
  static class Answers {

    @GetMapping("/quick")
    String quick() {
      return "done";
    }

    @GetMapping("/slow")
    String slow() throws InterruptedException {
      STARTED.incrementAndGet();
      RELEASE.await();
      return "done";
    }
  }
}
