package phoneseller.customer.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param most streams that this instance has open at a time
 * @param pace how long what another instance commits may go unnoticed
 * @param heartbeat how long a stream says nothing
 * @param longest after which its reader has to come again
 */
@ConfigurationProperties("phoneseller.order-streams")
record StreamSettings(
    @DefaultValue("1000") int most,
    @DefaultValue("250ms") Duration pace,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("5m") Duration longest) {

  StreamSettings {
    if (most < 0) {
      throw new IllegalArgumentException("most is 0 or above, not " + most);
    }
    if (!pace.isPositive() || !heartbeat.isPositive() || !longest.isPositive()) {
      throw new IllegalArgumentException("pace, heartbeat and longest are above 0");
    }
  }
}
