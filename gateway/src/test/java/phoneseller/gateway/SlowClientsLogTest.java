package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class SlowClientsLogTest {

  private static final URI ANYWHERE = URI.create("http://localhost:1");

  @Test
  void allThatWereTooSlowAreOneLineAndCounted(CapturedOutput output) {
    var meters = new SimpleMeterRegistry();
    var clients = new SlowClients(settings(), meters);
    clients.tooSlow(2);
    clients.tooSlow(3);

    clients.start();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(output).contains("WARN", "5 requests took too long to come and were ended"));
    clients.stop();
    assertThat(meters.counter("gateway.slow.ended").count()).isEqualTo(5);
  }

  private static GatewaySettings settings() {
    var limits =
        new GatewaySettings.Slow(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1),
            DataSize.ofBytes(1),
            DataSize.ofBytes(1));
    var backends = new GatewaySettings.Backends(ANYWHERE, ANYWHERE, ANYWHERE, ANYWHERE, ANYWHERE);
    return new GatewaySettings(
        backends,
        new GatewaySettings.Connections(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1),
            DataSize.ofBytes(1)),
        new GatewaySettings.Streams(1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
        limits,
        List.of());
  }
}
