package phoneseller.benchmark;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a load has seen.
 *
 * @param latency of the requests that succeeded, in µs
 * @param acknowledged the orders that were promised, or else changed
 * @param failed how many requests were not answered well
 */
record Measured(Duration length, Histogram latency, List<Long> acknowledged, long failed) {

  double rate() {
    return latency.getTotalCount() / seconds(length);
  }

  /** In milliseconds. */
  double percentile(double percentile) {
    return latency.getValueAtPercentile(percentile) / 1000.0;
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
