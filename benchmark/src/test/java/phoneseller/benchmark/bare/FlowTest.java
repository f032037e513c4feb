package phoneseller.benchmark.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the yardstick writes is what the shop's contract needs, or it would be no yardstick. */
class FlowTest {

  private static final Flat ORDERED =
      new Flat(
          """
          {"eventType":"Ordered","id":7,"item":"GX Note99","qty":2,"price":990000,"customerId":"anna"}\
          """);
  private static final Flat PAYED =
      new Flat("{\"eventType\":\"PayCompleted\",\"id\":7,\"orderId\":7,\"price\":990000}");
  private static final Flat SHIPPED =
      new Flat("{\"eventType\":\"Shipped\",\"id\":1,\"orderId\":7}");
  private static final Flat REWARDED =
      new Flat("{\"eventType\":\"RewardCompleted\",\"id\":3,\"orderId\":7,\"point\":99000}");

  @TempDir Path folder;

  @Test
  void flatJsonIsReadByName() {
    assertThat(ORDERED.order()).isEqualTo(7);
    assertThat(SHIPPED.order()).isEqualTo(7);
    assertThat(ORDERED.text("item")).isEqualTo("GX Note99");
    assertThatThrownBy(() -> SHIPPED.number("price")).hasMessageContaining("no price in");
  }

  @Test
  void storeAndRewardAnswerAPayment() {
    var shipped = events(new BareStore().rows(List.of(ORDERED, PAYED)));
    assertThat(shipped).singleElement().asString().contains("\"Shipped\"", "\"orderId\":7");
  }

  @Test
  void theViewIsTheSameHoweverEventsArrive() throws SQLException {
    var all = List.of(ORDERED, PAYED, SHIPPED, REWARDED);
    var database = Database.onFiles(folder.toString(), "customer");
    database.create(BareCustomer.TABLES);
    var commits = new Commits(database, () -> {});
    commits.start();
    var customer = new BareCustomer(false);
    for (var event : all.reversed()) {
      commits.write(customer.rows(List.of(event)));
    }

    try (var connection = database.open();
        var row = connection.createStatement().executeQuery("select * from order_view")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("status")).isEqualTo("Shipped");
      assertThat(row.getLong("points")).isEqualTo(99_000);
      assertThat(row.getString("customer_id")).isEqualTo("anna");
      assertThat(row.next()).isFalse();
    }
    var together = Progress.of(all).iterator().next();
    assertThat(together.status).isEqualTo(Status.SHIPPED);
    assertThat(together.points).isEqualTo(99_000);
  }

  @Test
  void whatWaitsTogetherIsCommittedTogether() throws SQLException {
    var database = Database.onFiles(folder.toString(), "pay");
    database.create(BarePay.TABLES);
    var committed = new Semaphore(0);
    var commits = new Commits(database, committed::release);
    var writes =
        IntStream.range(0, 50)
            .mapToObj(order ->
                CompletableFuture.runAsync(
                    () -> commits.write(List.of(Row.of(BarePay.INSERT, (long) order, 5L))),
                    Thread::startVirtualThread))
            .toList();
    await().until(() -> commits.waiting() == 50);
    commits.start();
    writes.forEach(CompletableFuture::join);

    assertThat(committed.availablePermits()).isOne();
    try (var connection = database.open();
        var row = connection.createStatement().executeQuery("select count(*) from payment")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(50);
    }
  }

  private static List<Object> events(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.sql().contains("outbox"))
        .map(row -> row.values().getLast())
        .toList();
  }
}
