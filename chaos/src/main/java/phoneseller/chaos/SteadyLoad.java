package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders at a fixed rate, whatever becomes of those before; each is asked for once. Every tenth
 * that is taken is cancelled.
 */
final class SteadyLoad {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int CANCEL_EVERY = 10;

  private final Client client;
  private final History history;
  private final Duration between;
  private final Queue<Shot> shots = new ConcurrentLinkedQueue<>();
  private final Queue<Long> cancelled = new ConcurrentLinkedQueue<>();
  private final Queue<String> cancelsRefused = new ConcurrentLinkedQueue<>();
  private final Phaser open = new Phaser(1);
  private final long began = System.nanoTime();
  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::shoot);
  private volatile boolean running = true;

  SteadyLoad(Shop shop, History history, int perSecond) {
    this.client = new Client(shop, Duration.ofSeconds(15));
    this.history = history;
    this.between = Duration.ofSeconds(1).dividedBy(perSecond);
  }

  void start() {
    thread.start();
  }

  /** No more orders; returns when all have had their answer. */
  void stop() throws InterruptedException {
    running = false;
    thread.join();
    open.arriveAndAwaitAdvance();
  }

  Duration now() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  Shots shots() {
    return new Shots(List.copyOf(shots));
  }

  List<Long> cancelled() {
    return List.copyOf(cancelled);
  }

  List<String> cancelsRefused() {
    return List.copyOf(cancelsRefused);
  }

  /** The same order once more, as a client would that was refused. */
  Answer again(String key) throws IOException {
    var purchase = purchase(key);
    return client.send(
        "gateway",
        "POST",
        "/orders",
        JSON.writeValueAsString(purchase.body()),
        Map.of("Idempotency-Key", key));
  }

  private static Purchase purchase(String key) {
    return new Purchase(key, "customer-" + key.hashCode() % 50, 1, 495_000);
  }

  private void shoot() {
    for (long number = 0; running; number++) {
      var due = between.multipliedBy(number);
      long wait = due.toNanos() - (System.nanoTime() - began);
      Waiting.pause(Duration.ofNanos(Math.max(0, wait)));
      String key = "steady-" + number;
      boolean cancels = number % CANCEL_EVERY == 0;
      open.register();
      Thread.ofVirtual().start(() -> one(key, due, cancels));
    }
  }

  private void one(String key, Duration due, boolean cancels) {
    try {
      var shot = shoot(key, due);
      shots.add(shot);
      history.asked("order", key, began + due.toNanos(), "" + shot.status(), shot.order());
      if (shot.isTaken()) {
        history.promised(shot.order());
        if (cancels) {
          cancel(shot.order());
        }
      }
    } finally {
      open.arriveAndDeregister();
    }
  }

  private Shot shoot(String key, Duration due) {
    try {
      var answer = again(key);
      var took = now().minus(due);
      boolean taken = answer.status() == 201 || answer.status() == 202;
      boolean saysWhen = !answer.header("Retry-After").isEmpty();
      return new Shot(key, due, took, answer.status(), taken ? answer.id() : 0, saysWhen);
    } catch (IOException e) {
      return new Shot(key, due, now().minus(due), 0, 0, false);
    }
  }

  private void cancel(long order) {
    try {
      var answer = client.cancel(order);
      if (answer.status() == 200) {
        cancelled.add(order);
      } else {
        cancelsRefused.add("cancel of order " + order + " was answered " + answer.status());
      }
    } catch (IOException e) {
      cancelsRefused.add("cancel of order " + order + ": " + e);
    }
  }
}
