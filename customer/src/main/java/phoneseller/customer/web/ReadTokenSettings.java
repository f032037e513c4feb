package phoneseller.customer.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience how long a reader waits for the step that its token names
 */
@ConfigurationProperties("phoneseller.read-token")
record ReadTokenSettings(@DefaultValue("300ms") Duration patience) {

  ReadTokenSettings {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience is 0 or above, not " + patience);
    }
  }
}
