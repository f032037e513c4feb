package phoneseller.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many customers at once, and what the shop has promised them: orders, and that orders are
 * cancelled.
 */
final class Crowd {

  private final Map<Purchase, Long> orders = new ConcurrentHashMap<>();
  private final Set<Long> cancelled = ConcurrentHashMap.newKeySet();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final Phaser errands = new Phaser(1);
  private final List<Thread> customers = new ArrayList<>();
  private final History history;
  private final long seed;
  private volatile boolean ordering = true;
  private volatile boolean patient = true;

  Crowd(Shop shop, History history, long seed, int size, Duration pace) {
    this.history = history;
    this.seed = seed;
    var client = new Client(shop, Duration.ofSeconds(8));
    for (int number = 0; number < size; number++) {
      var customer = new Customer(this, client, number, pace);
      customers.add(Thread.ofVirtual().name("customer-" + number).unstarted(customer));
    }
  }

  void start() {
    customers.forEach(Thread::start);
  }

  /** No new orders; what has been asked is still asked for until there is an answer. */
  void stopOrdering() {
    ordering = false;
  }

  /** Whether everybody has had all their answers within this time; nobody asks any more then. */
  boolean awaitAnswers(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    boolean all = true;
    try {
      for (var customer : customers) {
        all &= customer.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
      while (errands.getRegisteredParties() > 1 && System.nanoTime() < deadline) {
        Waiting.pause(Duration.ofMillis(50));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      all = false;
    }
    patient = false;
    return all && errands.getRegisteredParties() == 1;
  }

  /** What each key has been promised. */
  Map<Purchase, Long> orders() {
    return Map.copyOf(orders);
  }

  /** Orders of which somebody was told that they are cancelled. */
  Set<Long> cancelled() {
    return Set.copyOf(cancelled);
  }

  List<String> surprises() {
    return List.copyOf(surprises);
  }

  long refused() {
    return refused.get();
  }

  long requests() {
    return requests.get();
  }

  long seed() {
    return seed;
  }

  boolean isOrdering() {
    return ordering;
  }

  boolean isPatient() {
    return patient;
  }

  History history() {
    return history;
  }

  void errand(Runnable errand) {
    errands.register();
    Thread.ofVirtual()
        .start(() -> {
          try {
            errand.run();
          } finally {
            errands.arriveAndDeregister();
          }
        });
  }

  void promise(Purchase purchase, long order) {
    var before = orders.put(purchase, order);
    if (before != null && before != order) {
      surprise("key " + purchase.key() + " was order " + before + " and is order " + order);
    }
    history.promised(order);
  }

  void promiseCancel(long order) {
    cancelled.add(order);
  }

  void countRequest() {
    requests.incrementAndGet();
  }

  void countRefusal() {
    refused.incrementAndGet();
  }

  void surprise(String what) {
    surprises.add(what);
  }
}
