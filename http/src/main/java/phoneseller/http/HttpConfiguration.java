package phoneseller.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service the shared edge by being on its class path, in place of Boot's error page. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@Import({CommonProblems.class, ProblemErrorController.class})
@EnableConfigurationProperties({ConcurrencyLimit.Settings.class, RetryBudgets.Settings.class})
class HttpConfiguration {

  @Bean
  CorrelationFilter correlationFilter() {
    return new CorrelationFilter();
  }

  @Bean
  Drain drain(@Value("${phoneseller.http.drain:0s}") Duration time) {
    return new Drain(time);
  }

  @Bean
  BodyLimitFilter bodyLimitFilter(
      @Value("${phoneseller.http.max-body-bytes:65536}") long limit, JsonMapper json) {
    return new BodyLimitFilter(limit, json);
  }

  @Bean
  ConcurrencyLimit concurrencyLimit(
      ConcurrencyLimit.Settings settings, JsonMapper json, MeterRegistry meters) {
    return new ConcurrencyLimit(settings, json, meters);
  }

  @Bean
  RetryBudgets retryBudgets(RetryBudgets.Settings settings, MeterRegistry meters) {
    return new RetryBudgets(settings, meters);
  }

  @Bean
  RestClientCustomizer correlatingRestClients() {
    return client -> client.requestInterceptor(new CorrelationInterceptor());
  }

  /** Clients send numbers as strings; nothing may quietly turn 1.5 into 1. */
  @Bean
  JsonMapperBuilderCustomizer wireNumbers() {
    return json ->
        json.enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
  }
}
