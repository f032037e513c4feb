package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerTimesTest {

  @Test
  void aSendIsGivenUpWhileTheLeaseStillHolds() {
    var settings = Settings.of("service", "topic", "parked");
    var config =
        MessagingConfiguration.producerConfig(TestBroker.properties("nowhere:1"), settings);

    assertThat(millis(config, "max.block.ms") + millis(config, "delivery.timeout.ms"))
        .isLessThanOrEqualTo(settings.deliveryTimeout().toMillis());
    assertThat(millis(config, "linger.ms") + millis(config, "request.timeout.ms"))
        .isLessThan(millis(config, "delivery.timeout.ms"));
  }

  private static long millis(Map<String, Object> config, String name) {
    return ((Number) config.getOrDefault(name, Long.MAX_VALUE)).longValue();
  }
}
