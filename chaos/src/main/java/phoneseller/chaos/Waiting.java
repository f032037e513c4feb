package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;

/** Waits for a condition, and tells what it waited for in vain. */
public final class Waiting {

  private Waiting() {}

  /** What is waited for; a connection that fails means not yet. */
  public interface Condition {
    boolean holds() throws IOException;
  }

  public static void until(String what, Duration atMost, Duration pause, Condition condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + ": not within " + atMost.toSeconds() + " s");
      }
      pause(pause);
    }
  }

  public static void until(String what, Duration atMost, Condition condition) {
    until(what, atMost, Duration.ofMillis(200), condition);
  }

  public static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (IOException e) {
      return false;
    }
  }
}
