package phoneseller.pay.adapter.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has the watch look, from the start of the service to its end. */
final class WatchLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WatchLoop.class);

  private final RewardWatch watch;
  private final Duration every;
  private @Nullable ScheduledExecutorService looks;

  WatchLoop(RewardWatch watch, Duration every) {
    this.watch = watch;
    this.every = every;
  }

  @Override
  public synchronized void start() {
    looks = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("watch").factory());
    var _ = looks.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      watch.look();
    } catch (RuntimeException e) {
      log.warn("reward's load could not be looked at: {}", e.toString());
    }
  }

  @Override
  public synchronized void stop() {
    if (looks != null) {
      looks.shutdownNow();
      looks = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return looks != null;
  }
}
