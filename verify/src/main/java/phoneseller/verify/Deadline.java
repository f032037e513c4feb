package phoneseller.verify;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When patience ends. */
final class Deadline {

  private final long end;

  Deadline(Duration patience) {
    this.end = System.nanoTime() + patience.toNanos();
  }

  boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  /** Waits, but not beyond the end; false when that has come already. */
  boolean pause(long millis) {
    if (isOver()) {
      return false;
    }
    try {
      long left = end - System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(Math.min(TimeUnit.MILLISECONDS.toNanos(millis), left));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotVerify("interrupted", e);
    }
  }
}
