package phoneseller.http.faults;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service its fault switches, where they are wanted. */
@AutoConfiguration
@Profile("!docker")
@ConditionalOnProperty("phoneseller.faults.enabled")
class FaultConfiguration {

  @Bean
  FaultSwitches faultSwitches() {
    return new FaultSwitches(InstantSource.system(), () -> ThreadLocalRandom.current().nextLong());
  }

  @Bean
  FaultFilter faultFilter(FaultSwitches switches, JsonMapper json) {
    return new FaultFilter(switches.requests(), json);
  }

  @Bean
  FaultController faultController(FaultSwitches switches) {
    return new FaultController(switches, InstantSource.system());
  }
}
