package phoneseller.pay.adapter.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import phoneseller.http.ConnectionPool;
import phoneseller.http.RetryBudget;
import phoneseller.http.RetryBudgets;
import phoneseller.identity.ServiceTokens;
import phoneseller.pay.application.Reachability;
import phoneseller.pay.application.Settlement;
import phoneseller.pay.domain.Points;

/** Two clients, as looking at reward must not queue behind calling it; and a breaker for each. */
@Configuration
class RewardConfiguration {

  @Bean
  CircuitBreakerRegistry circuitBreakers() {
    return CircuitBreakerRegistry.ofDefaults();
  }

  @Bean
  CircuitBreaker rewardPoints(CircuitBreakerRegistry registry, RewardSettings settings) {
    return registry.circuitBreaker("reward-points", settings.breaker().config(settings.slowFrom()));
  }

  @Bean
  CircuitBreaker rewardLoad(CircuitBreakerRegistry registry, WatchSettings settings) {
    return registry.circuitBreaker("reward-load", settings.breaker().config(settings.slowFrom()));
  }

  @Bean
  RetryBudget rewardRepetitions(RetryBudgets budgets) {
    return budgets.towards("reward");
  }

  @Bean(destroyMethod = "close")
  CloseableHttpClient pointsHttp(RewardSettings settings) {
    return http(settings.connectWithin(), settings.answerWithin(), settings.connections());
  }

  @Bean(destroyMethod = "close")
  CloseableHttpClient watchHttp(RewardSettings settings, WatchSettings watch) {
    return http(settings.connectWithin(), watch.answerWithin(), 1);
  }

  @Bean
  Points points(
      RestClient.Builder builder,
      CloseableHttpClient pointsHttp,
      RewardAddress address,
      ServiceTokens tokens,
      RetryBudget rewardRepetitions,
      CircuitBreaker rewardPoints) {
    return new HttpPoints(
        client(builder, pointsHttp, address, tokens.bearer(), rewardRepetitions), rewardPoints);
  }

  @Bean
  RewardWatch rewardWatch(
      RestClient.Builder builder,
      CloseableHttpClient watchHttp,
      RewardAddress address,
      ServiceTokens tokens,
      RetryBudget rewardRepetitions,
      CircuitBreaker rewardLoad,
      CircuitBreaker rewardPoints,
      ObjectProvider<Settlement> settlement,
      Clock clock,
      WatchSettings settings) {
    return new RewardWatch(
        client(builder, watchHttp, address, tokens.bearer(), rewardRepetitions),
        rewardLoad,
        rewardPoints,
        () -> settlement.getObject().wake(),
        clock,
        settings);
  }

  @Bean
  WatchLoop watchLoop(RewardWatch watch, WatchSettings settings) {
    return new WatchLoop(watch, settings.every());
  }

  @Bean
  Reachability rewardReachability(RewardWatch watch) {
    return watch::isReachable;
  }

  @Bean
  MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry registry) {
    return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry);
  }

  /** Tells the states; the service is up in all of them. */
  @Bean
  HealthIndicator circuitBreakersHealthIndicator(CircuitBreakerRegistry registry) {
    return () -> {
      var states = new LinkedHashMap<String, Object>();
      registry.getAllCircuitBreakers().stream()
          .forEach(breaker -> states.put(breaker.getName(), breaker.getState().name()));
      return Health.up().withDetails(states).build();
    };
  }

  /** A connection is looked at before it is used: one that reward has closed is not used again. */
  static CloseableHttpClient http(Duration connect, Duration answer, int connections) {
    var connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connect))
            .setSocketTimeout(Timeout.of(answer))
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build();
    var request =
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(connect))
            .setResponseTimeout(Timeout.of(answer))
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            ConnectionPool.of(connections).setDefaultConnectionConfig(connection).build())
        .setDefaultRequestConfig(request)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .build();
  }

  static RewardClient client(
      RestClient.Builder builder,
      CloseableHttpClient http,
      RewardAddress address,
      ClientHttpRequestInterceptor tokens,
      RetryBudget repetitions) {
    return new RewardClient(
        builder
            .clone()
            .baseUrl(address.uri())
            .requestInterceptor(tokens)
            .requestFactory(new HttpComponentsClientHttpRequestFactory(http))
            .build(),
        repetitions);
  }
}
