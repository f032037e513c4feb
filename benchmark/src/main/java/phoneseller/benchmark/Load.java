package phoneseller.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import phoneseller.benchmark.http.HttpConnection;
import phoneseller.benchmark.http.Message;
import phoneseller.chaos.Waiting;

/**
 * Clients of a gateway, each a virtual thread; requests that fail are counted, not repeated, and a
 * client that is told when to come again keeps to it.
 */
final class Load {

  /** Is told of an order at once, with the time at which its request was due. */
  interface Acknowledgement {
    void taken(long order, long since);
  }

  private static final int TIMEOUT_MILLIS = 15_000;
  private static final Duration AFTER_A_FAILURE = Duration.ofMillis(100);

  private final int port;
  private final Supplier<@Nullable Message> requests;
  private final Acknowledgement acknowledgement;
  private final Histogram latency = new ConcurrentHistogram(3);
  private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
  private final LongAdder failed = new LongAdder();
  private final Phaser open = new Phaser(1);
  private volatile boolean over;

  /** A client ends when there is no request. */
  Load(int port, Supplier<@Nullable Message> requests, Acknowledgement acknowledgement) {
    this.port = port;
    this.requests = requests;
    this.acknowledgement = acknowledgement;
  }

  Load(int port, Supplier<@Nullable Message> requests) {
    this(port, requests, (_, _) -> {});
  }

  /** Closed model: each client asks again when it has its answer. */
  Measured closed(int clients, Duration length) {
    long began = System.nanoTime();
    for (int i = 0; i < clients; i++) {
      open.register();
      Thread.ofVirtual().start(this::client);
    }
    while (System.nanoTime() - began < length.toNanos() && open.getRegisteredParties() > 1) {
      Waiting.pause(Duration.ofMillis(20));
    }
    over = true;
    open.arriveAndAwaitAdvance();
    return measured(began);
  }

  /**
   * Open model: requests at a fixed rate, whatever becomes of those before. The latency counts from
   * when a request was due, so that a pause of the system is seen by all that fell into it.
   */
  Measured open(double perSecond, Duration length) {
    var idle = new ConcurrentLinkedQueue<HttpConnection>();
    long began = System.nanoTime();
    long all = (long) (perSecond * Measured.seconds(length));
    for (long number = 0; number < all; number++) {
      long due = began + (long) (number * 1e9 / perSecond);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        Waiting.pause(Duration.ofNanos(wait));
      }
      open.register();
      Thread.ofVirtual().start(() -> single(idle, due));
    }
    open.arriveAndAwaitAdvance();
    idle.forEach(HttpConnection::close);
    return measured(began);
  }

  private Measured measured(long began) {
    var length = Duration.ofNanos(System.nanoTime() - began);
    return new Measured(length, latency, List.copyOf(acknowledged), failed.sum());
  }

  private void client() {
    try {
      HttpConnection connection = null;
      for (var request = requests.get(); request != null && !over; request = requests.get()) {
        connection = send(connection, request, System.nanoTime());
      }
      if (connection != null) {
        connection.close();
      }
    } finally {
      open.arriveAndDeregister();
    }
  }

  private void single(Queue<HttpConnection> idle, long due) {
    try {
      var request = requests.get();
      if (request != null) {
        var connection = send(idle.poll(), request, due);
        if (connection != null) {
          idle.add(connection);
        }
      }
    } finally {
      open.arriveAndDeregister();
    }
  }

  /** Returns the connection for the next request, or null: another is needed. */
  private @Nullable HttpConnection send(
      @Nullable HttpConnection kept, Message request, long since) {
    var connection = kept;
    try {
      connection = kept == null ? HttpConnection.to(port, TIMEOUT_MILLIS) : kept;
      var answer = connection.exchange(request);
      if (answer.status() / 100 != 2) {
        failed.increment();
        Waiting.pause(retryAfter(answer));
      } else {
        latency.recordValue((System.nanoTime() - since) / 1000);
        note(request, answer, since);
      }
      return answer.header("Connection").equalsIgnoreCase("close")
          ? dropped(connection)
          : connection;
    } catch (IOException | RuntimeException e) {
      failed.increment();
      return dropped(connection);
    }
  }

  private static Duration retryAfter(Message refusal) {
    String seconds = refusal.header("Retry-After");
    return seconds.isEmpty() ? AFTER_A_FAILURE : Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static @Nullable HttpConnection dropped(@Nullable HttpConnection connection) {
    if (connection != null) {
      connection.close();
    }
    return null;
  }

  private void note(Message request, Message answer, long since) {
    String location = answer.header("Location");
    if (!location.isEmpty() || request.method().equals("PATCH")) {
      long order = Message.lastNumber(location.isEmpty() ? request.path() : location);
      acknowledged.add(order);
      acknowledgement.taken(order, since);
    }
  }
}
