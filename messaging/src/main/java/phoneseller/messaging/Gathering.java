package phoneseller.messaging;

import java.time.Duration;

/**
 * How long a commit waits after the one before it, so that more calls share it. Where calls are few
 * it waits for none; the more there are, the more it pays to wait.
 *
 * @param each for each call beyond the first that shared the commit before
 * @param most however many they were
 */
record Gathering(Duration each, Duration most) {

  /**
   * @param sharing how many calls shared the commit before
   */
  Duration after(int sharing) {
    var wanted = each.multipliedBy(Math.max(0, sharing - 1));
    return wanted.compareTo(most) < 0 ? wanted : most;
  }
}
