package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.json.JsonMapper;

/** Asks once more for everything that was ever ordered, under the same keys. */
final class Replay {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 6;
  private static final int TRIES = 20;

  private final Client client;
  private final Map<Purchase, Long> orders;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  Replay(Client client, Map<Purchase, Long> orders) {
    this.client = client;
    this.orders = orders;
  }

  /** The keys that are answered with another order, or not at all. */
  List<String> run() throws InterruptedException {
    var left = new ConcurrentLinkedQueue<>(orders.entrySet());
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < AT_ONCE; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (var order = left.poll(); order != null; order = left.poll()) {
                  again(order.getKey(), order.getValue());
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    return List.copyOf(wrong);
  }

  private void again(Purchase purchase, long promised) {
    String last = "";
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        var answer =
            client.send(
                "gateway",
                "POST",
                "/orders",
                JSON.writeValueAsString(purchase.body()),
                Map.of("Idempotency-Key", purchase.key()));
        last = "answered " + answer.status();
        if (!answer.header("Location").isEmpty()) {
          if (answer.id() != promised) {
            wrong.add("key " + purchase.key() + " was " + promised + " and is " + answer.id());
          }
          return;
        }
      } catch (IOException e) {
        last = e.toString();
      }
      Waiting.pause(Duration.ofMillis(300));
    }
    wrong.add("key " + purchase.key() + " of order " + promised + " is not known again: " + last);
  }
}
