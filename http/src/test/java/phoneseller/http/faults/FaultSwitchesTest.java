package phoneseller.http.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Over real HTTP: a service whose faults can be switched on, and one whose cannot. */
class FaultSwitchesTest {

  private static final ServletWebServerApplicationContext SERVICE =
      start("--phoneseller.faults.enabled=true");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void end() {
    CLIENT.close();
    SERVICE.close();
  }

  @AfterEach
  void off() throws Exception {
    send(SERVICE, "DELETE", "/actuator/faults", "");
  }

  @Test
  void latencyIsAddedToEveryRequestAndToNoneOfTheActuator() throws Exception {
    assertThat(faulty("{\"latency\":\"400ms\"}").statusCode()).isEqualTo(200);

    assertThat(timed("/thing")).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    assertThat(timed("/actuator/health")).isLessThan(Duration.ofMillis(400));
    assertThat(send(SERVICE, "GET", "/actuator/faults", "").body())
        .isEqualTo("{\"on\":true,\"fault\":{\"latency\":\"400ms\",\"errors\":0,\"for\":null}}");
    send(SERVICE, "DELETE", "/actuator/faults", "");
    assertThat(timed("/thing")).isLessThan(Duration.ofMillis(400));
    assertThat(send(SERVICE, "GET", "/actuator/faults", "").body())
        .isEqualTo("{\"on\":false,\"fault\":null}");
  }

  @Test
  void aHundredSlowRequestsAreSlowAtTheSameTime() throws Exception {
    faulty("{\"latency\":\"500ms\"}");
    long start = System.nanoTime();

    var answers =
        IntStream.range(0, 100)
            .mapToObj(_ ->
                CLIENT.sendAsync(request(SERVICE, "GET", "/thing", ""), BodyHandlers.ofString()))
            .toList();
    answers.forEach(CompletableFuture::join);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void errorsAreAnsweredBeforeAnythingIsDone() throws Exception {
    faulty("{\"errors\":100}");

    var answer = send(SERVICE, "GET", "/thing", "");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("A fault is switched on.", "correlationId");
    assertThat(send(SERVICE, "GET", "/actuator/health", "").statusCode()).isEqualTo(200);
  }

  @Test
  void someErrorsAreSome() throws Exception {
    faulty("{\"errors\":30}");

    int errors = 0;
    for (int i = 0; i < 200; i++) {
      errors += send(SERVICE, "GET", "/thing", "").statusCode() == 500 ? 1 : 0;
    }
    assertThat(errors).isBetween(30, 90);
  }

  @Test
  void aFaultEndsByItself() throws Exception {
    faulty("{\"errors\":100,\"for\":\"500ms\"}");
    assertThat(send(SERVICE, "GET", "/thing", "").statusCode()).isEqualTo(500);

    await().until(() -> send(SERVICE, "GET", "/thing", "").statusCode() == 200);
    assertThat(send(SERVICE, "GET", "/actuator/faults", "").body()).contains("\"on\":false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422 | {\"latency\":\"soon\"}",
        "422 | {\"latency\":\"-1s\"}",
        "422 | {\"latency\":\"1h\"}",
        "422 | {\"errors\":101}",
        "422 | {\"errors\":-1}",
        "422 | {\"errors\":10,\"for\":\"0s\"}",
        "422 | {}",
        "400 | {\"errors\":\"many\"}"
      })
  void whatIsNoFaultIsRefused(int status, String body) throws Exception {
    assertThat(faulty(body).statusCode()).isEqualTo(status);
    assertThat(send(SERVICE, "GET", "/actuator/faults", "").body()).contains("\"on\":false");
  }

  @Test
  void aPartHasItsOwnSwitchAndOthersHaveNone() throws Exception {
    var part = SERVICE.getBean(FaultSwitches.class).of("provider");

    send(SERVICE, "POST", "/actuator/faults/provider", "{\"errors\":100}");
    assertThat(send(SERVICE, "GET", "/thing", "").statusCode()).isEqualTo(200);
    org.assertj.core.api.Assertions.assertThatThrownBy(part::pass)
        .isInstanceOf(FaultSwitch.SwitchedOn.class);
    send(SERVICE, "DELETE", "/actuator/faults/provider", "");
    part.pass();

    assertThat(send(SERVICE, "POST", "/actuator/faults/nobody", "{\"errors\":1}").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "--phoneseller.faults.enabled=false, --x=y",
    "--phoneseller.faults.enabled=true, --spring.profiles.active=docker"
  })
  void inProductionThereAreNoSwitches(String enabled, String profile) throws Exception {
    try (var service = start(enabled, profile)) {
      assertThat(send(service, "POST", "/actuator/faults", "{\"errors\":100}").statusCode())
          .isEqualTo(404);
      assertThat(send(service, "GET", "/thing", "").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> faulty(String body) throws Exception {
    return send(SERVICE, "POST", "/actuator/faults", body);
  }

  private static Duration timed(String path) throws Exception {
    long start = System.nanoTime();
    assertThat(send(SERVICE, "GET", path, "").statusCode()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static HttpResponse<String> send(
      ServletWebServerApplicationContext service, String method, String path, String body)
      throws Exception {
    return CLIENT.send(request(service, method, path, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(
      ServletWebServerApplicationContext service, String method, String path, String body) {
    int port = Objects.requireNonNull(service.getWebServer()).getPort();
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private static ServletWebServerApplicationContext start(String... settings) {
    var all = new java.util.ArrayList<>(java.util.List.of(settings));
    all.addAll(
        java.util.List.of(
            "--spring.application.name=faulty",
            "--spring.config.import=classpath:http-defaults.yml",
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--logging.level.phoneseller=off"));
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(Service.class).run(all.toArray(String[]::new));
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Answers.class)
  static class Service {}

  @RestController
  static class Answers {
    @GetMapping("/thing")
    String thing() {
      return "done";
    }
  }
}
