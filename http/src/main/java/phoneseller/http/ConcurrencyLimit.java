package phoneseller.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers so many requests at a time; whoever finds no place within a moment is refused at once,
 * before anything is done, instead of waiting in a queue that grows. The actuator is always
 * answered.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 16)
final class ConcurrencyLimit extends OncePerRequestFilter {

  private static final String DETAIL =
      "The service is answering as many requests as it can. Nothing was done; please try again a"
          + " little later.";

  private final Settings settings;
  private final Bulkhead places;
  private final Counter refused;
  private final JsonMapper json;

  ConcurrencyLimit(Settings settings, JsonMapper json, MeterRegistry meters) {
    this.settings = settings;
    this.json = json;
    this.places =
        Bulkhead.of(
            "http",
            BulkheadConfig.custom()
                .maxConcurrentCalls(settings.inFlight())
                .maxWaitDuration(settings.patience())
                .build());
    this.refused =
        Counter.builder("http.limit.refused")
            .description("Requests refused because too many were being answered")
            .register(meters);
    Gauge.builder(
            "http.limit.in.flight",
            places.getMetrics(),
            m -> m.getMaxAllowedConcurrentCalls() - m.getAvailableConcurrentCalls())
        .description("Requests being answered")
        .register(meters);
    // The first refusal comes when there is the least time for it: it finds the way prepared.
    var _ = json.writeValueAsBytes(refusal());
  }

  /**
   * @param inFlight requests answered at a time
   * @param patience how long a request waits for a place
   * @param retryAfter what the refused are told, spread
   */
  @ConfigurationProperties("phoneseller.http.limit")
  record Settings(
      @DefaultValue("256") int inFlight,
      @DefaultValue("25ms") Duration patience,
      @DefaultValue("1s") Duration retryAfter) {}

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return RequestPath.isActuator(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (places.tryAcquirePermission()) {
      try {
        chain.doFilter(request, response);
      } finally {
        places.onComplete();
      }
    } else {
      refused.increment();
      response.setHeader(
          HttpHeaders.RETRY_AFTER,
          Long.toString(RetryAfter.spread(settings.retryAfter().toSeconds())));
      Problem.write(refusal(), response, json);
    }
  }

  private static ProblemDetail refusal() {
    return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, DETAIL);
  }
}
