package phoneseller.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How often passwords may be tried for one name, whether or not there is such an account: an answer
 * must not tell that. Names share a fixed number of places, so that no flood of names fills memory
 * or pushes one out.
 */
final class Attempts {

  private static final int PLACES = 4096;

  private final Limit limit;
  private final InstantSource clock;
  private final AtomicReferenceArray<@Nullable Tries> places = new AtomicReferenceArray<>(PLACES);

  /**
   * @param most tries in a row
   * @param within counted since the first of them; afterwards all begins anew
   */
  record Limit(int most, Duration within) {

    Limit {
      if (most < 1 || !within.isPositive()) {
        throw new Refusal("phoneseller.login.attempts: most and within are above 0");
      }
    }
  }

  private record Tries(int count, Instant first) {}

  Attempts(Limit limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Whether one more is allowed; it is counted before its outcome is known. */
  boolean begin(String name) {
    var now = clock.instant();
    var tries =
        places.accumulateAndGet(
            place(name),
            new Tries(1, now),
            (known, fresh) ->
                known == null || !now.isBefore(known.first().plus(limit.within()))
                    ? fresh
                    : new Tries(Math.min(known.count(), limit.most()) + 1, known.first()));
    return tries == null || tries.count() <= limit.most();
  }

  /** The password was right: what went before is forgotten. */
  void forget(String name) {
    places.set(place(name), null);
  }

  private static int place(String name) {
    int hash = name.hashCode();
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }
}
