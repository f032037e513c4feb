package phoneseller.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * One limit, with a token bucket for each of those it is kept for. A bucket that was not touched
 * for a period is full again and is forgotten.
 */
final class RateLimit {

  private final String name;
  private final RateSettings.Rate rate;
  private final String policy;
  private final Cache<String, Bucket> buckets;

  RateLimit(String name, RateSettings.Rate rate, long remembered) {
    this.name = name;
    this.rate = rate;
    this.policy = "\"" + name + "\";q=" + rate.requests() + ";w=" + rate.per().toSeconds();
    this.buckets =
        Caffeine.newBuilder().maximumSize(remembered).expireAfterAccess(rate.per()).build();
  }

  ConsumptionProbe take(String whose) {
    return buckets.get(whose, _ -> bucket()).tryConsumeAndReturnRemaining(1);
  }

  /** As {@code RateLimit-Policy} says it. */
  String policy() {
    return policy;
  }

  /** As {@code RateLimit} says it: what remains, and when there is more again. */
  String state(ConsumptionProbe probe) {
    return "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe);
  }

  /** Until there is one token, when there is none; until all are there again, otherwise. */
  static long seconds(ConsumptionProbe probe) {
    long nanos =
        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
    return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.per()))
        .build();
  }
}
