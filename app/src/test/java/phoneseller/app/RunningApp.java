package phoneseller.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import phoneseller.testing.TestServiceToken;

/** The whole APP with no broker in reach: events stay kept. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    properties = {
      "phoneseller.service-credential=" + TestServiceToken.CREDENTIAL,
      "api.url.pay=http://localhost:1",
      "app.follow-up.every=1h",
      "pay.watch.every=1h",
      "spring.kafka.bootstrap-servers=localhost:1",
      "phoneseller.messaging.delivery-timeout=1s",
      "phoneseller.messaging.lease=3s"
    })
@AutoConfigureMockMvc
public @interface RunningApp {}
