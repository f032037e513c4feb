package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Events come through as they are told, and cost nobody else a place. */
class StreamsTest {

  private static final String[] EVENTS = {"Accept", "text/event-stream"};

  @Test
  void anEventComesWhenItIsTold() throws Exception {
    var next = new CountDownLatch(1);
    try (var customer = new Backend();
        var door = new Door("customer=" + customer.port())) {
      customer.answers(exchange -> {
        begin(exchange);
        say(exchange, "event: order\ndata: 노트\n\n");
        awaitQuietly(next);
        say(exchange, "event: step\ndata: 2\n\n");
        exchange.close();
      });
      try (var client = new Client(door, "/customers/2/events?x=1", "Last-Event-ID: 7")) {
        assertThat(client.head()).contains("200", "text/event-stream", "X-Accel-Buffering: no");
        assertThat(client.until("data: 노트")).contains("event: order");
        next.countDown();
        assertThat(client.until("data: 2")).contains("event: step");
        assertThat(client.rest()).endsWith("0\r\n\r\n");
      }
      assertThat(customer.last().target()).isEqualTo("/customers/2/events?x=1");
      assertThat(customer.last().headers().getFirst("Last-Event-ID")).isEqualTo("7");
      assertThat(customer.last().headers())
          .doesNotContainKey("Cookie")
          .containsKey("X-forwarded-for");
    } finally {
      next.countDown();
    }
  }

  @Test
  void openStreamsTakeNoPlaceOfARequest() throws Exception {
    var end = new CountDownLatch(1);
    try (var customer = new Backend();
        var door =
            new Door(
                "customer=" + customer.port(),
                "phoneseller.http.limit.in-flight=1",
                "phoneseller.gateway.connections.most=1")) {
      customer.answers(exchange -> {
        if (exchange.getRequestURI().getPath().endsWith("/events")) {
          begin(exchange);
          say(exchange, "data: 1\n\n");
          awaitQuietly(end);
          exchange.close();
        } else {
          Backend.answer(exchange, 200, "{}");
        }
      });
      try (var one = new Client(door, "/customers/2/events");
          var other = new Client(door, "/customers/2/events")) {
        one.until("data: 1");
        other.until("data: 1");
        assertThat(door.get("/customers/2").statusCode()).isEqualTo(200);
      }
    } finally {
      end.countDown();
    }
  }

  @Test
  void soManyStreamsOfOnePersonAndNoMore() throws Exception {
    var end = new CountDownLatch(1);
    try (var customer = new Backend();
        var door = new Door("customer=" + customer.port(), "phoneseller.gateway.streams.each=1")) {
      customer.answers(exchange -> {
        begin(exchange);
        say(exchange, "data: 1\n\n");
        awaitQuietly(end);
        exchange.close();
      });
      try (var one = new Client(door, "/customers/2/events")) {
        one.until("data: 1");
        var refused = door.get("/customers/2/events", EVENTS);
        assertProblem(refused, 429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        end.countDown();
        one.rest();
      }
      await().until(() -> door.get("/customers/2/events", EVENTS).statusCode() == 200);
    } finally {
      end.countDown();
    }
  }

  @Test
  void aStreamEndsAfterItsTimeBetweenTwoEvents() throws Exception {
    try (var customer = new Backend();
        var door =
            new Door("customer=" + customer.port(), "phoneseller.gateway.streams.longest=300ms")) {
      var gone = new CountDownLatch(1);
      customer.answers(exchange -> {
        begin(exchange);
        try {
          for (int i = 0; ; i++) {
            say(exchange, "data: " + i + "\n\n");
            await().pollDelay(Duration.ofMillis(50)).until(() -> true);
          }
        } catch (IOException e) {
          gone.countDown();
        }
      });
      String all = door.get("/customers/2/events", EVENTS).body();
      assertThat(all).startsWith("data: 0\n\n").endsWith("\n\n");
      gone.await();
    }
  }

  @Test
  void aServiceThatDiesOrFallsSilentEndsTheStream() throws Exception {
    var never = new CountDownLatch(1);
    try (var customer = new Backend();
        var door =
            new Door("customer=" + customer.port(), "phoneseller.gateway.streams.silence=300ms")) {
      customer.answers(exchange -> {
        begin(exchange);
        say(exchange, "data: 1\n\n");
        awaitQuietly(never);
      });
      assertThat(door.get("/customers/2/events", EVENTS).body()).isEqualTo("data: 1\n\n");
    } finally {
      never.countDown();
    }
    try (var door = new Door()) {
      assertProblem(door.get("/customers/2/events", EVENTS), 503);
    }
  }

  @Test
  void aClientThatLeavesGivesItsPlaceBack() throws Exception {
    try (var customer = new Backend();
        var door = new Door("customer=" + customer.port(), "phoneseller.gateway.streams.each=1")) {
      customer.answers(exchange -> {
        begin(exchange);
        try {
          while (true) {
            say(exchange, ": still here\n\n");
            await().pollDelay(Duration.ofMillis(20)).until(() -> true);
          }
        } catch (IOException e) {
          exchange.close();
        }
      });
      try (var one = new Client(door, "/customers/2/events")) {
        one.until("still here");
      }
      try (var two = new Client(door, "/customers/2/events")) {
        await().until(() -> two.reopened(door).contains("200"));
      }
    }
  }

  @Test
  void aRefusalComesThroughAsItIs() {
    try (var customer = new Backend();
        var door = new Door("customer=" + customer.port())) {
      customer.answers(exchange ->
          Backend.answer(exchange, 404, "{\"a\":1}", "Content-Type", "application/problem+json"));
      var answer = door.get("/customers/9/events", EVENTS);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"a\":1}");
      assertProblem(door.get("/customers/..%2fx", EVENTS), 400);
    }
  }

  private static void begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream;charset=UTF-8");
    exchange.sendResponseHeaders(200, 0);
  }

  private static void say(HttpExchange exchange, String event) throws IOException {
    exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bare connection, on which an event can be seen before the next is told. */
  private static final class Client implements AutoCloseable {

    private final String path;
    private Socket socket;
    private BufferedReader in;

    Client(Door door, String path, String... headers) throws IOException {
      this.path = path;
      socket = connect(door, path, headers);
      in = reader(socket);
    }

    private static Socket connect(Door door, String path, String... headers) throws IOException {
      var socket = new Socket(InetAddress.getLoopbackAddress(), door.port());
      socket.setSoTimeout(20_000);
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                      + more
                      + "Cookie: a=b\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    String head() throws IOException {
      return until("\r\n\r\n");
    }

    String until(String text) throws IOException {
      var read = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        read.append((char) c);
        if (read.indexOf(text) >= 0) {
          return read.toString();
        }
      }
      throw new AssertionError("ended before " + text + ": " + read);
    }

    String rest() throws IOException {
      var read = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        read.append((char) c);
      }
      return read.toString();
    }

    String reopened(Door door) throws IOException {
      socket.close();
      socket = connect(door, path);
      in = reader(socket);
      return in.readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
