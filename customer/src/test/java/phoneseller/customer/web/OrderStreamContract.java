package phoneseller.customer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.customer.projection.ViewContents;
import phoneseller.customer.view.WatchedOrders;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import tools.jackson.databind.json.JsonMapper;

/** What those who follow an order are told, over real connections and on every database. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "spring.datasource.hikari.maximum-pool-size=2",
      "phoneseller.order-streams.most=4",
      "phoneseller.order-streams.heartbeat=400ms",
      "phoneseller.read-token.patience=2s"
    })
abstract class OrderStreamContract {

  private static final Life LIFE = Life.of(2, "customer-1");

  private final List<EventReader> readers = new ArrayList<>();

  @LocalServerPort private int port;
  @Autowired private EventHandler<ShopEvent> projection;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private HikariDataSource pool;
  @Autowired private WatchedOrders watched;

  @BeforeEach
  void nothingHasHappened() {
    for (String table : List.of("order_view", "timeline", "points_entry", "customer_totals")) {
      jdbc.update("delete from " + table);
    }
    ViewContents.nothingCounted(jdbc);
  }

  @AfterEach
  void nobodyReadsAnyMore() {
    readers.forEach(EventReader::close);
    await().until(() -> watched.count() == 0);
  }

  @Test
  void aReaderIsToldHowTheOrderStandsAndThenOfEachChangeOnce() throws Exception {
    happened(List.of(LIFE.ordered(), LIFE.paid()));
    var reader = follow(2);

    assertThat(reader.answer().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    assertThat(reader.answer().headers().firstValue("Cache-Control")).hasValue("no-store");
    awaitStatuses(reader, "Payed");
    await().until(() -> steps(reader).equals(List.of("Ordered", "PayCompleted")));
    happened(List.of(LIFE.shipped()));
    awaitStatuses(reader, "Payed", "Shipped");
    happened(List.of(LIFE.shipped(), LIFE.ordered()));
    happened(List.of(LIFE.rewarded()));

    awaitStatuses(reader, "Payed", "Shipped", "Shipped");
    await()
        .until(() ->
            steps(reader).equals(List.of("Ordered", "PayCompleted", "Shipped", "RewardCompleted")));
    assertThat(reader.after("id: "))
        .containsExactly("/app/o1", "/pay/p1", "/store/s1", "/reward/r1");
    assertThat(reader.lines().getFirst()).isEqualTo("retry: 2000");
    assertThat(rows(reader).getLast())
        .contains(
            "\"point\":99000", "\"href\":\"http://127.0.0.1:" + port + "/customers/2/timeline\"");
    // A step may be told before the row that it has changed, or after it.
    assertThat(reader.after("data: "))
        .filteredOn(data -> data.contains("\"event\":\"RewardCompleted\""))
        .singleElement(STRING)
        .contains("\"correlationId\":\"shopping-2\"");
  }

  @Test
  void everyOrderOfArrivalEndsInTheSameRow() throws Exception {
    happened(List.of(LIFE.rewarded()));
    var reader = follow(2);

    for (var event : LIFE.whole().reversed()) {
      happened(List.of(event));
    }

    await().until(() -> !statuses(reader).isEmpty() && steps(reader).size() == 7);
    await().until(() -> rows(reader).getLast().contains("\"item\":\"GX Note99\""));
    assertThat(statuses(reader).getLast()).isEqualTo("PayCancelled");
    assertThat(rows(reader)).doesNotHaveDuplicates();
    assertThat(reader.after("id: ")).doesNotHaveDuplicates();
  }

  @Test
  void whatAnotherInstanceCommitsIsToldWithinAboutASecond() throws Exception {
    happened(List.of(LIFE.ordered()));
    var reader = follow(2);
    awaitStatuses(reader, "Ordered");

    transaction.executeWithoutResult(_ -> {
      jdbc.update("update order_view set status = 'Payed', version = version + 1");
      jdbc.update(
          """
          insert into timeline (order_id, source, event_id, step, event, happened_at, row_id)
          values (2, '/pay', 'p1', 20, 'PayCompleted', current_timestamp, 2)\
          """);
    });

    await()
        .atMost(Duration.ofMillis(1500))
        .untilAsserted(() -> assertThat(statuses(reader)).containsExactly("Ordered", "Payed"));
    assertThat(reader.after("id: ")).containsExactly("/app/o1", "/pay/p1");
  }

  @Test
  void whoeverFollowsIsToldOfItsOwnOrderAlone() throws Exception {
    var other = Life.of(3, "customer-2");
    happened(List.of(LIFE.ordered(), other.ordered()));
    var one = follow(2);
    var another = follow(3);

    happened(List.of(other.paid()));

    awaitStatuses(another, "Ordered", "Payed");
    await().until(() -> one.after(":").size() >= 2);
    awaitStatuses(one, "Ordered");
  }

  @Test
  void anOrderIsFollowedAsSoonAsItIsHeardOf() throws Exception {
    var reader = CompletableFuture.supplyAsync(() -> follow(2));
    await().until(() -> watched.count() == 1);
    happened(List.of(LIFE.ordered()));

    assertThat(reader.join().answer().statusCode()).isEqualTo(200);
    awaitStatuses(reader.join(), "Ordered");
  }

  @Test
  void anOrderThatNobodyHearsOfIsNotFound() {
    var reader = follow(7);

    assertThat(reader.answer().statusCode()).isEqualTo(404);
    assertThat(reader.answer().headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
  }

  @Test
  void oneStreamTooManyIsRefusedUntilAnotherEnds() throws Exception {
    happened(List.of(LIFE.ordered()));
    var following = List.of(follow(2), follow(2), follow(2), follow(2));
    following.forEach(reader -> assertThat(reader.answer().statusCode()).isEqualTo(200));

    var refused = follow(2);

    assertThat(refused.answer().statusCode()).isEqualTo(503);
    assertThat(refused.answer().headers().firstValueAsLong("Retry-After")).isNotEmpty();
    assertThat(refused.answer().headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
    following.getFirst().close();
    await().until(() -> follow(2).answer().statusCode() == 200);
  }

  @Test
  void thoseWhoFollowHoldNoConnectionOfTheDatabase() throws Exception {
    happened(List.of(LIFE.ordered()));
    var following = List.of(follow(2), follow(2), follow(2), follow(2));
    following.forEach(reader -> await().until(() -> steps(reader).size() == 1));

    await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    happened(List.of(LIFE.paid()));

    following.forEach(reader -> awaitStatuses(reader, "Ordered", "Payed"));
  }

  private EventReader follow(long order) {
    try {
      var reader = new EventReader(port, "/customers/" + order + "/events");
      readers.add(reader);
      return reader;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitStatuses(EventReader reader, String... statuses) {
    await().untilAsserted(() -> assertThat(statuses(reader)).containsExactly(statuses));
  }

  private static List<String> statuses(EventReader reader) {
    return values(reader, "order", "status");
  }

  private static List<String> steps(EventReader reader) {
    return values(reader, "step", "event");
  }

  private static List<String> values(EventReader reader, String event, String field) {
    return data(reader, event).stream()
        .map(json -> JsonMapper.shared().readTree(json).path(field).asString())
        .toList();
  }

  private static List<String> rows(EventReader reader) {
    return data(reader, "order");
  }

  private static List<String> data(EventReader reader, String event) {
    var data = new ArrayList<String>();
    var lines = reader.lines();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith("data: ") && lines.get(i - 1).equals("event: " + event)) {
        data.add(lines.get(i).substring(6));
      }
    }
    return data;
  }

  private void happened(List<Delivery<ShopEvent>> events) {
    transaction.executeWithoutResult(_ -> projection.handle(events));
  }
}
