package phoneseller.app.adapter.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How pay is asked.
 *
 * @param timeLimit after which a payment counts as open
 * @param breaker when pay is not asked at all; rates in percent of the last {@code window} calls
 * @param watch how often pay is asked whether it takes payments
 */
@ConfigurationProperties("pay")
record PaySettings(Duration timeLimit, Breaker breaker, Watch watch) {

  record Breaker(
      float failureRate,
      Duration slowCall,
      float slowCallRate,
      int window,
      int minimumCalls,
      Duration openFor,
      int halfOpenCalls) {}

  record Watch(Duration every) {}
}
