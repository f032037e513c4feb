package phoneseller.app.adapter.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How pay is asked.
 *
 * @param connectWithin after which pay counts as not reached
 * @param timeLimit after which a payment counts as open
 * @param connections open at a time
 * @param breaker when pay is not asked at all; rates in percent of the last {@code window} calls
 * @param watch how pay is asked whether it takes payments
 */
@ConfigurationProperties("pay")
record PaySettings(
    Duration connectWithin, Duration timeLimit, int connections, Breaker breaker, Watch watch) {

  record Breaker(
      float failureRate,
      Duration slowCall,
      float slowCallRate,
      int window,
      int minimumCalls,
      Duration openFor,
      int halfOpenCalls) {}

  record Watch(Duration every, Duration timeLimit) {}
}
