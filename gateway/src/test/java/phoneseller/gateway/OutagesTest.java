package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the client hears when a service is away, hangs, or dies half-way through its answer. */
class OutagesTest {

  @Test
  void aServiceThatIsDownIsA503ThatSaysWhenToTryAgain() {
    try (var door = new Door("phoneseller.gateway.connections.retry-after=3s")) {
      for (var answer : new HttpResponse<?>[] {door.get("/orders"), door.post("/orders", "{}")}) {
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[3-6]");
      }
      assertProblem(door.get("/orders"), 503);
      assertProblem(door.post("/orders", "{}"), 503);
    }
  }

  @Test
  void anOutageIsOneLineInTheLogAndItsEndAnother() {
    int port;
    try (var gone = new Backend()) {
      port = gone.port();
    }
    try (var door = new Door("app=" + port)) {
      var events = logged();
      door.get("/orders");
      door.get("/orders");
      door.get("/orders/2");
      try (var back = new Backend(port)) {
        assertThat(door.get("/orders").statusCode()).isEqualTo(200);
        assertThat(back.seen()).hasSize(1);
      }
      assertThat(events.list)
          .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
          .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("WARN app gives no answer (AWAY)"),
              line -> assertThat(line).isEqualTo("INFO app answers again"));
    }
  }

  @Test
  void aServiceThatAnswersTooLateIsA504() {
    var release = new CountDownLatch(1);
    try (var slow = new Backend();
        var door =
            new Door("app=" + slow.port(), "phoneseller.gateway.connections.response=300ms")) {
      slow.answers(_ -> awaitQuietly(release));
      assertProblem(door.get("/orders"), 504);
      assertProblem(door.post("/orders", "{}"), 504);
      assertThat(slow.seen()).hasSize(2);
    } finally {
      release.countDown();
    }
  }

  @Test
  void aServiceThatHangsCostsNoOtherItsConnections() {
    var release = new CountDownLatch(1);
    try (var slow = new Backend();
        var fine = new Backend();
        var door =
            new Door(
                "app=" + slow.port(),
                "customer=" + fine.port(),
                "phoneseller.gateway.connections.most=1",
                "phoneseller.gateway.connections.free=100ms")) {
      slow.answers(exchange -> {
        awaitQuietly(release);
        Backend.answer(exchange, 200, "{}");
      });
      var hanging = CompletableFuture.supplyAsync(() -> door.get("/orders"));
      await().until(() -> slow.seen().size() == 1);
      var refused = door.get("/orders");
      assertProblem(refused, 503);
      assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[5-9]|10");
      assertThat(door.get("/customers").statusCode()).isEqualTo(200);
      release.countDown();
      assertThat(hanging.join().statusCode()).isEqualTo(200);
    } finally {
      release.countDown();
    }
  }

  @Test
  void aReadOnAConnectionThatWasClosedMeanwhileIsAskedOnceMore() throws IOException {
    try (var app = new RudeBackend(RudeBackend.FINE, RudeBackend.HANG_UP, RudeBackend.FINE);
        var door = new Door("app=" + app.port())) {
      assertThat(door.get("/orders").statusCode()).isEqualTo(200);
      assertThat(door.get("/orders").statusCode()).isEqualTo(200);
      assertThat(app.asked()).hasSize(3);
    }
  }

  @Test
  void readsAreNotAskedOnceMoreBeyondTheirBudget() throws IOException {
    try (var app = new RudeBackend(RudeBackend.HANG_UP, RudeBackend.HANG_UP, RudeBackend.HANG_UP);
        var door = new Door("app=" + app.port(), "phoneseller.http.retries.saved=1")) {
      assertProblem(door.get("/orders"), 502);
      assertThat(app.asked()).hasSize(2);
      assertProblem(door.get("/orders"), 502);
      assertThat(app.asked()).hasSize(3);
    }
  }

  @Test
  void aDoorThatIsFullRefusesAtOnceAndAnswersItsProbes() {
    var release = new CountDownLatch(1);
    try (var slow = new Backend();
        var door = new Door("app=" + slow.port(), "phoneseller.http.limit.in-flight=1")) {
      slow.answers(exchange -> {
        awaitQuietly(release);
        Backend.answer(exchange, 200, "{}");
      });
      var hanging = CompletableFuture.supplyAsync(() -> door.get("/orders"));
      await().until(() -> slow.seen().size() == 1);
      var refused = door.get("/customers", "Origin", "http://localhost:3000");
      assertProblem(refused, 503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
      assertThat(door.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
      release.countDown();
      assertThat(hanging.join().statusCode()).isEqualTo(200);
    } finally {
      release.countDown();
    }
  }

  @Test
  void aChangeIsNeverSentTwice() throws IOException {
    try (var app = new RudeBackend(RudeBackend.HANG_UP, RudeBackend.FINE);
        var door = new Door("app=" + app.port())) {
      assertProblem(door.post("/orders", ""), 502);
      assertThat(app.asked()).containsExactly("POST /orders HTTP/1.1");
    }
  }

  @Test
  void halfAnAnswerIsNone() throws IOException {
    try (var app = new RudeBackend(RudeBackend.HALF);
        var door = new Door("app=" + app.port())) {
      assertProblem(door.get("/orders"), 502);
      assertThat(app.asked()).hasSize(2);
      assertProblem(door.post("/orders", ""), 502);
      assertThat(app.asked()).hasSize(3);
    }
  }

  /** Its old connections have rested for longer than the gateway trusts them without a look. */
  @Test
  void aRestartedServiceIsServedAtOnceChangesToo() {
    var first = new Backend();
    try (var door = new Door("app=" + first.port())) {
      door.post("/orders", "{}");
      first.close();
      try (var second = new Backend(first.port())) {
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        assertThat(door.post("/orders", "{}").statusCode()).isEqualTo(200);
        assertThat(second.seen()).hasSize(1);
      }
    }
  }

  @Test
  void aClientThatLeavesBeforeItsAnswerIsNobodysError() throws IOException {
    var release = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    try (var app = new Backend();
        var door = new Door("app=" + app.port())) {
      app.answers(exchange -> {
        awaitQuietly(release);
        Backend.answer(exchange, 200, "x".repeat(3_000_000));
        answered.countDown();
      });
      var events = logged();
      try (var client = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
        client.setSoLinger(true, 0);
        client
            .getOutputStream()
            .write("GET /orders HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        await().until(() -> app.seen().size() == 1);
      }
      release.countDown();
      awaitQuietly(answered);
      await().until(() -> door.get("/actuator/prometheus").body().contains("/orders/**"));
      assertThat(events.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }
  }

  private static ListAppender<ILoggingEvent> logged() {
    var events = new ListAppender<ILoggingEvent>();
    events.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(events);
    return events;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
