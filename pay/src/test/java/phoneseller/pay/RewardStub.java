package phoneseller.pay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reward as pay sees it over real HTTP: on one port, now up, now down, now in trouble. */
public final class RewardStub implements AutoCloseable {

  /** A call for points that has arrived. */
  public record Call(String body, @Nullable String authorization, @Nullable String correlation) {}

  private final int port;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private @Nullable HttpServer server;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile int status = 201;
  private volatile int loadStatus = 200;
  private volatile Duration loadTakes = Duration.ZERO;
  private volatile String load = load(true);
  private final AtomicInteger looks = new AtomicInteger();

  public RewardStub() {
    start(0);
    port = server == null ? 0 : server.getAddress().getPort();
  }

  public String address() {
    return "http://localhost:" + port;
  }

  public List<Call> calls() {
    return calls;
  }

  public void answers(int code) {
    status = code;
  }

  public void loadAnswers(int code) {
    loadStatus = code;
  }

  public void loadTakes(Duration time) {
    loadTakes = time;
  }

  /** Whether it reads the events, as it does some time after it has started. */
  public void consumes(boolean events) {
    load = load(events);
  }

  public void saysAboutItsLoad(String body) {
    load = body;
  }

  private static String load(boolean consuming) {
    return "{\"backlog\":0,\"inFlight\":0,\"consuming\":" + consuming + "}";
  }

  /** How often its load was asked for since it was reset. */
  public int looks() {
    return looks.get();
  }

  /** Calls for points have their effect, and no answer until {@link #answer()}. */
  public void silence() {
    gate = new CountDownLatch(1);
  }

  public void answer() {
    gate.countDown();
  }

  public void up() {
    if (server == null) {
      start(port);
    }
  }

  public void down() {
    answer();
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** Up, in good order, and with nothing remembered. */
  public void reset() {
    answer();
    status = 201;
    loadStatus = 200;
    loadTakes = Duration.ZERO;
    load = load(true);
    looks.set(0);
    calls.clear();
    up();
  }

  @Override
  public void close() {
    down();
  }

  private void start(int on) {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
      started.createContext("/rewards", this::points);
      started.createContext("/rewards/load", this::load);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.start();
      server = started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void points(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    calls.add(
        new Call(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            headers.getFirst("Authorization"),
            headers.getFirst("X-Correlation-Id")));
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reply(exchange, status);
  }

  private void load(HttpExchange exchange) throws IOException {
    try {
      Thread.sleep(loadTakes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    looks.incrementAndGet();
    byte[] body = load.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(loadStatus, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void reply(HttpExchange exchange, int code) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(code, -1);
    }
  }
}
