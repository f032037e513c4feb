package phoneseller.http.faults;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Unacceptable;

/**
 * What is wrong with something for a while.
 *
 * @param latency added to every answer
 * @param errors of a hundred answers
 * @param until when it ends by itself; never, if absent
 */
record Fault(Duration latency, int errors, @Nullable Instant until) {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  Fault {
    if (latency.isNegative() || latency.compareTo(LONGEST) > 0) {
      throw new Unacceptable("latency", "is from 0 to 5m");
    }
    if (errors < 0 || errors > 100) {
      throw new Unacceptable("errors", "is from 0 to 100, in percent");
    }
    if (latency.isZero() && errors == 0) {
      throw new Unacceptable("latency", "or errors must be given");
    }
  }

  boolean isOver(Instant now) {
    return until != null && !now.isBefore(until);
  }
}
