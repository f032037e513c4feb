package phoneseller.pay.adapter.http;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;

/**
 * When a circuit breaker opens, and how it closes again.
 *
 * @param window the recent calls that are looked at
 * @param minimumCalls below which nothing is concluded
 * @param failureRate in per cent of them, failed or slow, that opens it
 * @param openFor until the first call is let through again
 * @param halfOpenCalls that are let through to find out
 */
record BreakerSettings(
    int window, int minimumCalls, int failureRate, Duration openFor, int halfOpenCalls) {

  CircuitBreakerConfig config(Duration slowFrom) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(window)
        .minimumNumberOfCalls(minimumCalls)
        .failureRateThreshold(failureRate)
        .slowCallDurationThreshold(slowFrom)
        .slowCallRateThreshold(failureRate)
        .waitDurationInOpenState(openFor)
        .permittedNumberOfCallsInHalfOpenState(halfOpenCalls)
        .build();
  }
}
