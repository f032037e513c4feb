package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OperationsTest {

  @Test
  void probesLookAtTheProcessAloneWhileAllServicesAreDown() {
    try (var door = new Door()) {
      assertThat(door.get("/orders").statusCode()).isEqualTo(503);
      for (String probe : new String[] {"", "/liveness", "/readiness"}) {
        var answer = door.get("/actuator/health" + probe);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<String>read(answer.body(), "$.status")).isEqualTo("UP");
      }
      assertThat(door.get("/actuator/prometheus").body())
          .contains("http_server_requests_seconds_count")
          .contains("status=\"503\"");
      assertThat(door.get("/actuator/env").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void inAContainerTheLogIsJsonAndCarriesTheCorrelation(CapturedOutput output) {
    try (var door =
        new Door(
            "spring.profiles.active=docker", "phoneseller.identity.issuer=https://login.example")) {
      door.post("/orders", "{}", "X-Correlation-Id", "json-story");
      await().until(() -> output.getOut().contains("json-story"));
    }
    var line = output.getOut().lines().filter(l -> l.contains("-> 503")).findFirst().orElseThrow();
    assertThat(JsonPath.<String>read(line, "$.correlationId")).isEqualTo("json-story");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8081", "ftp://app:21", "http://app:8080/orders", "http:///x"})
  void anAddressThatCannotBeRightStopsTheStart(String url) {
    URI right = URI.create("http://localhost:8081");
    assertThatThrownBy(
            () -> new GatewaySettings.Backends(URI.create(url), right, right, right, right))
        .hasMessageContaining(url);
  }
}
