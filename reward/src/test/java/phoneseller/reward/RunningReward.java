package phoneseller.reward;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import phoneseller.testing.TestServiceToken;

/** The whole reward service at a fixed time, with no broker in reach: events stay kept. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    properties = {
      "phoneseller.service-credential=" + TestServiceToken.CREDENTIAL,
      "spring.kafka.bootstrap-servers=localhost:1",
      "phoneseller.messaging.delivery-timeout=1s",
      "phoneseller.messaging.lease=3s"
    })
@AutoConfigureMockMvc
@Import(RunningReward.At.class)
public @interface RunningReward {

  /** When it is. */
  @TestConfiguration
  class At {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-22T12:03:50Z"), ZoneOffset.UTC);
    }
  }
}
