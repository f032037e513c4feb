package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who order, cancel every third order, and repeat what failed under the same
 * Idempotency-Key until they have an answer. It keeps what the shop has promised.
 */
public final class Load {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Client client;
  private final List<Thread> customers = new ArrayList<>();
  private final Map<String, Long> promised = new ConcurrentHashMap<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean running = true;

  public Load(Client client, int customers) {
    this.client = client;
    for (int i = 0; i < customers; i++) {
      int number = i;
      this.customers.add(Thread.ofVirtual().unstarted(() -> shop(number)));
    }
  }

  public void start() {
    customers.forEach(Thread::start);
  }

  public void stop() throws InterruptedException {
    running = false;
    for (var customer : customers) {
      customer.join();
    }
  }

  public Collection<Long> acknowledged() {
    return promised.values();
  }

  /** Requests that got no answer, or one that a customer has to repeat. */
  public int failures() {
    return failures.get();
  }

  /** Waits for so many more promises. */
  public void awaitMore(int orders) {
    int goal = promised.size() + orders;
    Waiting.until(goal + " promises", PATIENCE, () -> promised.size() >= goal);
  }

  /** Waits for so many more requests, however they end. */
  public void awaitAttempts(int requests) {
    int goal = attempts.get() + requests;
    Waiting.until(goal + " requests", PATIENCE, () -> attempts.get() >= goal);
  }

  public void checkThatEveryKeyIsOneOrder() throws IOException {
    var again = new HashMap<String, Long>();
    for (var key : promised.keySet()) {
      again.put(key, request(key).id());
    }
    if (!again.equals(promised)) {
      throw new AssertionError("promised: " + promised + ", now: " + again);
    }
  }

  private void shop(int customer) {
    var random = new Random(customer);
    for (int order = 0; running; order++) {
      String key = "load-" + customer + "-" + order;
      var id = ordered(key);
      pause(100);
      if (id > 0 && order % 3 == 0) {
        cancelled(id, random.nextInt(40));
      }
    }
  }

  private long ordered(String key) {
    while (true) {
      attempts.incrementAndGet();
      try {
        var answer = request(key);
        if (answer.status() == 201 || answer.status() == 202) {
          promised.put(key, answer.id());
          return answer.id();
        }
      } catch (IOException e) {
        // the answer is lost with the gateway; whether the order was taken, its key will tell
      }
      failures.incrementAndGet();
      if (!running) {
        return -1;
      }
      pause(20);
    }
  }

  private void cancelled(long id, int afterMillis) {
    pause(afterMillis);
    while (true) {
      attempts.incrementAndGet();
      try {
        if (client.cancel(id).status() == 200) {
          return;
        }
      } catch (IOException e) {
        // asked for again
      }
      failures.incrementAndGet();
      if (!running) {
        return;
      }
      pause(20);
    }
  }

  private Answer request(String key) throws IOException {
    return client.place("GX Note99", 1, 495_000, "load", Map.of("Idempotency-Key", key));
  }

  private static void pause(int millis) {
    Waiting.pause(Duration.ofMillis(millis));
  }
}
