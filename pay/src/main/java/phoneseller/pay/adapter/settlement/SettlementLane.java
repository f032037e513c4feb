package phoneseller.pay.adapter.settlement;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import phoneseller.http.Correlation;
import phoneseller.messaging.Race;
import phoneseller.pay.application.DuePayments;
import phoneseller.pay.application.DuePayments.Due;
import phoneseller.pay.application.Reachability;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.OrderId;

/**
 * Takes up what waits for one counterparty, several payments at a time, the longest due first; a
 * failed one goes to the back of the queue. A counterparty that is surely away gets one attempt a
 * round, and the others keep their place.
 */
final class SettlementLane implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(SettlementLane.class);

  private final Counterparty counterparty;
  private final Reachability reachability;
  private final DuePayments payments;
  private final Consumer<OrderId> settle;
  private final InstantSource clock;
  private final SettlementSettings settings;
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore slots;

  /** An attempt has failed by itself; the rest of the round waits for the clock. */
  private volatile boolean troubled;

  SettlementLane(
      Counterparty counterparty,
      Reachability reachability,
      DuePayments payments,
      Consumer<OrderId> settle,
      InstantSource clock,
      SettlementSettings settings) {
    this.counterparty = counterparty;
    this.reachability = reachability;
    this.payments = payments;
    this.settle = settle;
    this.clock = clock;
    this.settings = settings;
    this.slots = new Semaphore(settings.atOnce());
  }

  void wake() {
    bell.release();
  }

  /**
   * Until the thread is interrupted; whoever is underway then is taken up again after the lease.
   */
  @Override
  public void run() {
    try (var attempts = Executors.newVirtualThreadPerTaskExecutor()) {
      while (true) {
        boolean _ = bell.tryAcquire(settings.every().toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
        troubled = false;
        while (round(attempts) && !troubled) {}
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there may be more. */
  private boolean round(ExecutorService attempts) throws InterruptedException {
    boolean reachable = reachability.isReachable();
    slots.acquire();
    int free = 1 + (reachable ? slots.drainPermits() : 0);
    var claimed = claimed(free);
    slots.release(free - claimed.size());
    claimed.forEach(due -> attempts.execute(() -> attempt(due)));
    return reachable && !claimed.isEmpty();
  }

  private List<Due> claimed(int most) {
    try {
      return payments.claim(counterparty, clock.instant(), settings.lease(), most);
    } catch (RuntimeException e) {
      log.warn("what waits for {} cannot be taken up: {}", counterparty, e.toString());
      return List.of();
    }
  }

  private void attempt(Due due) {
    boolean ended = false;
    try (var _ = Correlation.continuing(due.correlation(), due.traceparent()).open()) {
      settle(due.order());
      ended = true;
    } catch (RuntimeException e) {
      log.warn("payment of order {} is settled later: {}", due.order(), e.toString());
    } finally {
      if (!ended) {
        troubled = true;
      }
      slots.release();
    }
  }

  private void settle(OrderId order) {
    boolean _ =
        Race.untilWon(() -> {
          settle.accept(order);
          return true;
        });
  }
}
