package phoneseller.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.customer.projection.ViewContents;
import phoneseller.customer.view.WatchedOrders;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import phoneseller.messaging.Position;

/** What a client is shown that has been told of a step and asks for it, on every database. */
@SpringBootTest(
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "phoneseller.read-token.patience=600ms",
      "spring.datasource.hikari.maximum-pool-size=3"
    })
@AutoConfigureMockMvc
abstract class ReadYourWritesContract {

  private static final Duration PATIENCE = Duration.ofMillis(600);
  private static final Life LIFE = Life.of(2, "customer-1");

  @Autowired private MockMvcTester http;
  @Autowired private EventHandler<ShopEvent> projection;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private HikariDataSource pool;
  @Autowired private WatchedOrders orders;

  @BeforeEach
  void nothingHasHappened() {
    for (String table :
        List.of("order_view", "timeline", "points_entry", "customer_totals", "view_position")) {
      jdbc.update("delete from " + table);
    }
    ViewContents.nothingCounted(jdbc);
  }

  @Test
  void aStepThatIsInTheViewIsShownAtOnce() {
    happened(LIFE.ordered());

    var answer = ask("/customers/2", "2.Ordered");

    assertFresh(answer);
    assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("Ordered");
  }

  @Test
  void whatIsNotThereInTimeIsAnsweredAsItIsAndMarkedStale() {
    happened(List.of(LIFE.ordered(), LIFE.paid()));
    long began = System.nanoTime();

    var answer = ask("/customers/2", "2.OrderCancelled");

    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(PATIENCE, PATIENCE.multipliedBy(3));
    assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("Payed");
    assertStale(answer, "2026-11-22T12:02:01Z");
    happened(LIFE.cancelled());
    assertFresh(ask("/customers/2", "2.OrderCancelled"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customers",
        "/customers?after=0",
        "/customers/2",
        "/customers/2/timeline",
        "/customers/search/findByOrderId?orderId=2",
        "/customers/search/findByCustomerId?customerId=customer-1",
        "/customers/points?customerId=customer-1"
      })
  void everyQuestionWaitsForTheStep(String path) throws Exception {
    happened(LIFE.ordered());
    try (var client = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = client.submit(() -> ask(path, "2.Shipped"));
      untilSomebodyWaits();
      happened(LIFE.shipped());

      assertThat(answer.get()).hasStatusOk();
      assertFresh(answer.get());
    }
  }

  @Test
  void anOrderThatNobodyHasHeardOfIsNotFoundYet() {
    var answer = ask("/customers/7", "7.Ordered");

    assertThat(answer).hasStatus(404).hasContentType("application/problem+json");
    assertStale(answer, "1970-01-01T00:00:00Z");
  }

  @Test
  void whatAnotherInstanceCommitsIsNoticedToo() throws Exception {
    try (var client = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = client.submit(() -> ask("/customers/2/timeline", "2.Ordered"));
      untilSomebodyWaits();
      jdbc.update(
          """
          insert into timeline (order_id, source, event_id, step, event, happened_at, row_id)
          values (2, '/app', 'o1', 10, 'Ordered', current_timestamp, 2)\
          """);

      assertThat(answer.get()).hasStatusOk();
      assertFresh(answer.get());
    }
  }

  @Test
  void anotherStepOfTheOrderDoesNotEndTheWait() throws Exception {
    try (var client = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = client.submit(() -> ask("/customers/2", "2.Ordered"));
      untilSomebodyWaits();
      happened(LIFE.shipped());

      assertStale(answer.get(), "2026-11-22T12:02:02Z");
      assertThat(answer.get()).bodyJson().extractingPath("$.status").isEqualTo("Shipped");
    }
  }

  @Test
  void thoseWhoWaitKeepNoConnectionFromOthers() throws Exception {
    var asked = new CountDownLatch(40);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          IntStream.range(0, 40)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        asked.countDown();
                        return ask("/customers", (100 + i) + ".Ordered");
                      },
                      clients))
              .toList();
      assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
      untilSomebodyWaits();

      assertThat(ask("/customers", null)).hasStatusOk();
      assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection()).isZero();

      waiting.forEach(answer -> assertThat(answer.join()).hasStatusOk());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "2.",
        ".Ordered",
        "2.Unheard",
        "x.Ordered",
        "-2.Ordered",
        "2.Ordered.",
        "99999999999999999999.Ordered",
        "٢.Ordered"
      })
  void aTokenThatIsNoneIsABadRequest(String token) {
    assertThat(ask("/customers", token))
        .hasStatus(400)
        .hasContentType("application/problem+json")
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .contains("X-Read-Token");
  }

  private void untilSomebodyWaits() {
    Awaitility.await().until(() -> orders.count() > 0);
  }

  private MvcTestResult ask(String path, @Nullable String token) {
    var request = http.get().uri(path);
    return (token == null ? request : request.header("X-Read-Token", token)).exchange();
  }

  private static void assertFresh(MvcTestResult answer) {
    assertThat(answer)
        .doesNotContainHeader("X-View-Stale")
        .doesNotContainHeader("X-View-As-Of")
        .doesNotContainHeader("Retry-After");
  }

  private static void assertStale(MvcTestResult answer, String asOf) {
    assertThat(answer)
        .hasHeader("X-View-Stale", "true")
        .hasHeader("X-View-As-Of", asOf)
        .hasHeader("Retry-After", "1");
  }

  private void happened(Delivery<ShopEvent> event) {
    happened(List.of(event));
  }

  private void happened(List<Delivery<ShopEvent>> events) {
    var last = events.getLast();
    var reached = new Position(last.partition(), last.time().getEpochSecond(), last.time());
    transaction.executeWithoutResult(_ -> projection.handle(events, List.of(reached)));
  }
}
