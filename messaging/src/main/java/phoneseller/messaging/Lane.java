package phoneseller.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one partition. Of each key one event travels at a time, and the next only
 * once that has arrived: none can come before its predecessor, however sending fails. A partition
 * that does not answer, or refuses, holds up no other.
 */
final class Lane {

  private static final long FIRST_REST = Duration.ofMillis(100).toNanos();
  private static final long LONGEST_REST = Duration.ofSeconds(2).toNanos();

  private final Map<String, Sent> travelling = new LinkedHashMap<>();
  private long restsUntil = System.nanoTime();
  private long rest = FIRST_REST;
  private boolean slow;
  private @Nullable Throwable refusal;
  private @Nullable Throwable failure;

  private record Sent(long id, Future<RecordMetadata> answer) {}

  boolean isFree() {
    return travelling.isEmpty() && System.nanoTime() - restsUntil >= 0;
  }

  boolean hasTravelling() {
    return !travelling.isEmpty();
  }

  boolean carries(String key) {
    return travelling.containsKey(key);
  }

  void add(OutboxRow row, Future<RecordMetadata> answer) {
    travelling.put(row.key(), new Sent(row.id(), answer));
  }

  /** Waits for the answers, unless they were slow the last time and would be worth no waiting. */
  void await(long deadline) throws InterruptedException {
    if (slow) {
      return;
    }
    for (var sent : travelling.values()) {
      try {
        sent.answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        slow = true;
        return;
      } catch (ExecutionException e) {
        // told by arrived()
      }
    }
  }

  /** The rows that the broker has acknowledged since the last call. */
  Collection<Long> arrived() throws InterruptedException {
    List<Long> arrived = new ArrayList<>();
    if (travelling.isEmpty()) {
      return arrived;
    }
    var left = travelling.values().iterator();
    while (left.hasNext()) {
      var sent = left.next();
      if (sent.answer.isDone()) {
        try {
          sent.answer.get();
          arrived.add(sent.id);
        } catch (ExecutionException e) {
          refusal = e.getCause();
        }
        left.remove();
      }
    }
    if (travelling.isEmpty()) {
      judge();
    }
    return arrived;
  }

  private void judge() {
    failure = refusal;
    refusal = null;
    slow = failure != null;
    if (slow) {
      restsUntil = System.nanoTime() + rest;
      rest = Math.min(LONGEST_REST, 2 * rest);
    } else {
      rest = FIRST_REST;
    }
  }

  /** Why some of the last rows did not arrive, until others have. */
  @Nullable Throwable failure() {
    return failure;
  }
}
