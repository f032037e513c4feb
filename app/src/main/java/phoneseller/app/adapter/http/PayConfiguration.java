package phoneseller.app.adapter.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import phoneseller.http.ConnectionPool;
import phoneseller.http.OnceMoreOnDeadConnection;
import phoneseller.http.RetryBudget;
import phoneseller.http.RetryBudgets;
import phoneseller.identity.ServiceTokens;

@Configuration
class PayConfiguration {

  @Bean
  CircuitBreakerRegistry circuitBreakers(PaySettings settings) {
    var values = settings.breaker();
    var config =
        CircuitBreakerConfig.custom()
            .failureRateThreshold(values.failureRate())
            .slowCallDurationThreshold(values.slowCall())
            .slowCallRateThreshold(values.slowCallRate())
            .slidingWindowSize(values.window())
            .minimumNumberOfCalls(values.minimumCalls())
            .waitDurationInOpenState(values.openFor())
            .permittedNumberOfCallsInHalfOpenState(values.halfOpenCalls())
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .build();
    return CircuitBreakerRegistry.of(config);
  }

  @Bean
  CircuitBreaker payBreaker(CircuitBreakerRegistry circuitBreakers) {
    return circuitBreakers.circuitBreaker("pay");
  }

  /** The breaker's state is to be seen, and never fails a probe. */
  @Bean
  HealthIndicator circuitBreakersHealthIndicator(CircuitBreaker payBreaker) {
    return () -> Health.up().withDetails(Map.of("pay", payBreaker.getState().name())).build();
  }

  @Bean
  MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry circuitBreakers) {
    return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers);
  }

  @Bean
  RestClient payRestClient(
      RestClient.Builder builder,
      PaySettings settings,
      RetryBudgets budgets,
      ServiceTokens tokens,
      @Value("${api.url.pay}") String url) {
    return client(
        builder.clone().requestInterceptor(tokens.bearer()),
        url,
        settings,
        settings.timeLimit(),
        settings.connections(),
        budgets.towards("pay"));
  }

  /** A client of its own: looking at pay must not queue behind calling it. */
  @Bean
  RestClient payWatchClient(
      RestClient.Builder builder,
      PaySettings settings,
      ServiceTokens tokens,
      @Value("${api.url.pay}") String url) {
    return client(
        builder.clone().requestInterceptor(tokens.bearer()),
        url,
        settings,
        settings.watch().timeLimit(),
        1,
        new RetryBudget(0, 0));
  }

  private static RestClient client(
      RestClient.Builder builder,
      String url,
      PaySettings settings,
      Duration timeLimit,
      int most,
      RetryBudget repetitions) {
    var connections =
        ConnectionPool.of(most)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(settings.connectWithin()))
                    .setSocketTimeout(Timeout.of(timeLimit))
                    .setValidateAfterInactivity(TimeValue.of(Duration.ofSeconds(1)))
                    .build())
            .build();
    var http =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setRetryStrategy(new OnceMoreOnDeadConnection(repetitions))
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
    var factory = new HttpComponentsClientHttpRequestFactory(http);
    factory.setReadTimeout(timeLimit);
    factory.setConnectionRequestTimeout(settings.connectWithin());
    return builder.baseUrl(url).requestFactory(factory).build();
  }
}
