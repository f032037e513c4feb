package phoneseller.pay;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import phoneseller.testing.TestServiceToken;

/** The whole of pay, in a hurry, with no broker in reach: events stay kept. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    properties = {
      "phoneseller.service-credential=" + TestServiceToken.CREDENTIAL,
      "spring.kafka.bootstrap-servers=localhost:1",
      "phoneseller.messaging.delivery-timeout=1s",
      "phoneseller.messaging.lease=3s",
      "pay.provider.time-limit=300ms",
      "pay.provider.sandbox.late-after=600ms",
      "pay.provider.sandbox.journal=",
      "pay.reward.answer-within=500ms",
      "pay.reward.breaker.open-for=100ms",
      "pay.watch.every=50ms",
      "pay.watch.breaker.open-for=200ms",
      "pay.settlement.every=50ms",
      "pay.settlement.longest-pause=500ms"
    })
@AutoConfigureMockMvc
public @interface RunningPay {}
