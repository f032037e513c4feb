package phoneseller.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import phoneseller.benchmark.http.HttpClients;
import phoneseller.benchmark.http.Message;
import phoneseller.chaos.Waiting;

/**
 * Watches how orders end in the view: every so many-th, from its answer on, and at last the newest
 * of all.
 */
final class Completion {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int NEWEST = 100;
  private static final int PRECISION = 8;

  /** Shipped, with its points. */
  static final Predicate<String> SHIPPED =
      view -> view.contains("\"status\":\"Shipped\"") && !view.contains("\"point\":null");

  /** Paid back, and the points taken back. */
  static final Predicate<String> CANCELLED =
      view -> view.contains("\"status\":\"PayCancelled\"") && view.contains("\"point\":0");

  private final Predicate<String> complete;
  private final int every;
  private final Duration patience;
  private final HttpClients gateway;
  private final Histogram times = new ConcurrentHistogram(3);
  private final ConcurrentLinkedQueue<Long> newest = new ConcurrentLinkedQueue<>();
  private final AtomicLong count = new AtomicLong();
  private final ConcurrentLinkedQueue<Long> missed = new ConcurrentLinkedQueue<>();
  private final Phaser open = new Phaser(1);

  Completion(int port, Predicate<String> complete, int every) {
    this(port, complete, every, PATIENCE);
  }

  /**
   * @param every of how many orders one is watched
   * @param patience how long an order may take
   */
  Completion(int port, Predicate<String> complete, int every, Duration patience) {
    this.gateway = new HttpClients(port);
    this.complete = complete;
    this.every = every;
    this.patience = patience;
  }

  /** An order that was asked for then has just been acknowledged. */
  void taken(long order, long since) {
    newest.add(order);
    if (newest.size() > NEWEST) {
      newest.poll();
    }
    if (count.incrementAndGet() % every == 0) {
      watch(order, since);
    }
  }

  /**
   * Returns when all that is watched, and the newest, are complete.
   *
   * @throws IllegalStateException when one is not, however long it is waited for
   */
  void await() {
    open.arriveAndAwaitAdvance();
    newest.forEach(this::await);
    if (!missed.isEmpty()) {
      throw new IllegalStateException(
          missed.size() + " orders are not complete, order " + missed.peek() + " among them");
    }
  }

  /** From the request to the view, in µs, of those that were watched. */
  Histogram times() {
    return times;
  }

  private void watch(long order, long since) {
    open.register();
    Thread.ofVirtual()
        .start(() -> {
          try {
            if (await(order)) {
              times.recordValue((System.nanoTime() - since) / 1000);
            }
          } finally {
            open.arriveAndDeregister();
          }
        });
  }

  /** Looks less often the longer it takes, so that looking costs the shop little. */
  private boolean await(long order) {
    long begun = System.nanoTime();
    while (!look(order)) {
      long age = System.nanoTime() - begun;
      if (age > patience.toNanos()) {
        missed.add(order);
        return false;
      }
      Waiting.pause(Duration.ofNanos(Math.max(LOOK.toNanos(), age / PRECISION)));
    }
    return true;
  }

  /** A connection that fails means not yet. */
  private boolean look(long order) {
    try {
      Message answer = gateway.exchange(Requests.view(order));
      return answer.status() == 200 && complete.test(answer.body());
    } catch (IOException e) {
      return false;
    }
  }
}
