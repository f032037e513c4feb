package phoneseller.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the brokers every second where this instance's partitions end, beside the consumer: that
 * learns nothing while it works, or while nobody answers it.
 */
final class TopicWatch implements SmartLifecycle {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<Consumer<?, ?>> connection;
  private final Lag lag;
  private final Clock clock;
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  TopicWatch(Supplier<Consumer<?, ?>> connection, Lag lag, Clock clock) {
    this.connection = connection;
    this.lag = lag;
    this.clock = clock;
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    Thread.ofPlatform().name("topic-watch").daemon().start(this::watch);
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void watch() {
    try (var consumer = connection.get()) {
      while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        look(consumer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An end that is not told is no proof of anything, and the age of what waits grows. */
  private void look(Consumer<?, ?> consumer) {
    var partitions = lag.partitions();
    var now = clock.instant();
    if (partitions.isEmpty()) {
      return;
    }
    try {
      lag.ended(consumer.endOffsets(partitions, PATIENCE), now);
    } catch (RuntimeException e) {
      // asked again in a second
    }
  }
}
