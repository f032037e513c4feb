package phoneseller.http;

import java.util.concurrent.ThreadLocalRandom;

/** When a refused client is asked to come back: those refused together do not return together. */
public final class RetryAfter {

  private RetryAfter() {}

  /** At least these seconds (at least one), and at most as many again. */
  public static long spread(long seconds) {
    long least = Math.max(1, seconds);
    return least + ThreadLocalRandom.current().nextLong(least + 1);
  }
}
