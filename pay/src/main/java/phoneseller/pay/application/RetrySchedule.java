package phoneseller.pay.application;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When an unfinished payment is taken up again.
 *
 * @param lease how long whoever is at it is left alone; longer than any one step can take
 * @param first the pause after the first attempt; it doubles from then on
 * @param longest the pause that it never exceeds
 * @param random spreads the attempts, so that those who failed together do not return together
 */
public record RetrySchedule(
    Duration lease, Duration first, Duration longest, RandomGenerator random) {

  private static final int MOST_DOUBLINGS = 20;

  Instant leaseFrom(Instant now) {
    return now.plus(lease);
  }

  Instant afterAttempt(int attempts, Instant now) {
    long doubled = first.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
    long pause = Math.min(doubled, longest.toMillis());
    return now.plusMillis(pause / 2 + random.nextLong(pause / 2 + 1));
  }
}
