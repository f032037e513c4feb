package phoneseller.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the outbox, oldest first, and deletes what the broker has acknowledged. What it does
 * not acknowledge stays, and so does everything of the same key behind it; other partitions go on.
 * While the broker is away the outbox grows.
 */
final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final Duration WAIT_FOR_ANSWERS = Duration.ofMillis(500);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final OutboxTable outbox;
  private final Lanes lanes;
  private final RelayLease lease;
  private final MessagingProperties settings;
  private final Semaphore work = new Semaphore(0);
  private final AtomicLong relayed = new AtomicLong();
  private final Set<Long> acknowledged = new HashSet<>();
  private boolean failing;
  private volatile boolean running;
  private Thread thread = new Thread();

  OutboxRelay(
      OutboxTable outbox,
      Producer<String, byte[]> producer,
      RelayLease lease,
      MessagingProperties settings) {
    this.outbox = outbox;
    this.lanes = new Lanes(outbox, producer, settings);
    this.lease = lease;
    this.settings = settings;
  }

  /** Tells the relay that something has been committed; cheap, from any thread. */
  void wake() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  /** Events acknowledged by the broker since this instance started. */
  long relayed() {
    return relayed.get();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after the web server and the consumers, so that their last events still go out. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void run() {
    long pause = settings.pollInterval().toMillis();
    while (running) {
      try {
        int sent = round();
        tell(lanes.failure());
        pause = settings.pollInterval().toMillis();
        if (sent == 0 && work.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        } else if (sent > 0 && sent < settings.batchSize() / 2) {
          rest(settings.gather().toMillis());
        }
      } catch (InterruptedException e) {
        running = false;
      } catch (Exception e) {
        tell(e);
        pause = Math.min(LONGEST_PAUSE_MILLIS, Math.max(100, pause * 2));
        rest(pause);
      }
    }
    leave();
  }

  private void tell(@Nullable Throwable trouble) {
    if (trouble != null && !failing) {
      log.warn("the outbox cannot be relayed for now and is kept: {}", trouble.toString());
    } else if (trouble == null && failing) {
      log.info("the outbox is relayed again");
    }
    failing = trouble != null;
  }

  private void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  /** Sends what can be sent now, and says how many events that were. */
  private int round() throws InterruptedException {
    deleteAcknowledged();
    if (!lease.held()) {
      return 0;
    }
    lanes.count();
    int sent = lease.held() ? lanes.send() : 0;
    lanes.await(System.nanoTime() + WAIT_FOR_ANSWERS.toNanos());
    deleteAcknowledged();
    return sent;
  }

  private void deleteAcknowledged() throws InterruptedException {
    acknowledged.addAll(lanes.arrived());
    outbox.delete(acknowledged);
    relayed.addAndGet(acknowledged.size());
    acknowledged.clear();
  }

  private void leave() {
    try {
      long deadline = System.nanoTime() + FAREWELL.toNanos();
      while (round() > 0 && System.nanoTime() < deadline) {
        lanes.await(deadline);
      }
      deleteAcknowledged();
      if (lease.held()) {
        lease.release();
      }
    } catch (Exception e) {
      log.info("left with the outbox not empty; it is relayed after the next start");
    }
  }
}
