package phoneseller.customer.projection;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.customer.TestTopic;
import phoneseller.customer.projection.RebuildClaim.State;
import phoneseller.customer.projection.Refill.Room;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.TableSet;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.TopicReader;
import phoneseller.messaging.TopicReaders;

/** What a rebuild does, on every database and from a real topic. */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RebuildContract {

  private final List<Delivery<ShopEvent>> published = new ArrayList<>();
  private int orders;

  @Autowired private MockMvcTester http;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private ActiveSet sets;
  @Autowired private RebuildClaim claims;
  @Autowired private TopicReaders<ShopEvent> readers;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Projection projection;
  @Autowired private ViewPositions positions;
  @Autowired private NewView newView;

  abstract TestTopic topic();

  /** Whether the database takes no text with a zero in it. */
  boolean refusesZeros() {
    return false;
  }

  @BeforeEach
  void nobodyReadsWhatWasTheViewBefore() {
    jdbc.update("update active_set set swapped_at = null");
  }

  /** Of more orders than the last transaction would take. */
  @Test
  void aViewThatIsWholeIsTheSameAfterwards() {
    publish(lives(300));
    awaitView();
    var before = sets.asked();

    assertThat(rebuilt())
        .contains(orders + " orders, as before", "0 of " + orders + " orders changed")
        .contains("0 customers' totals changed");

    assertThat(sets.asked()).isEqualTo(before.other());
    awaitView();
  }

  @Test
  void whateverIsWrongInTheViewIsMendedAndNamed() {
    publish(lives(9));
    awaitView();
    var set = sets.asked();
    int changed = orders;
    int gone = orders - 1;
    int forgotten = orders - 2;
    jdbc.update(set.sql("update order_view# set status = 'Lost' where order_id = ?"), changed);
    jdbc.update(set.sql("delete from order_view# where order_id = ?"), gone);
    jdbc.update(set.sql("delete from timeline# where order_id = ?"), forgotten);
    jdbc.update(
        set.sql("insert into points_entry# values (?, 1, 'x', current_timestamp, 5, 'earned')"),
        999_999);
    jdbc.update(
        set.sql(
            "update customer_totals# set points = points + 1 where customer_id = 'customer-1'"));
    jdbc.update(
        set.sql(
            "update customer_totals# set payed = payed + 1, shipped = shipped - 1"
                + " where customer_id = 'customer-2'"));
    jdbc.update(
        set.sql(
            "update view_totals# set orders = orders + 7, complete = complete + 2,"
                + " payed = payed + 3 where stripe = 0"));

    assertThat(rebuilt())
        .contains(orders + " orders, before: " + (orders - 1))
        .contains(orders + " orders by the kept count, before: " + (orders + 7))
        .contains(
            "4 of %d orders changed: %d, %d, %d, 999999"
                .formatted(orders, forgotten, gone, changed))
        .contains("%d of them complete, before: %d".formatted(orders, orders + 2))
        .contains("0 of them Payed, before: 3", "0 of them Shipped, as before")
        .contains("2 customers' totals changed: customer-1, customer-2");

    awaitView();
  }

  @Test
  void eventsThatComeMeanwhileEndInTheSameView() {
    publish(lives(20));
    awaitView();
    for (int seed = 1; seed <= 3; seed++) {
      nobodyReadsWhatWasTheViewBefore();
      var random = new Random(seed);
      var more = lives(40);
      published.addAll(more);
      var publishing =
          CompletableFuture.runAsync(() -> Arrivals.random(more, random).forEach(topic()::publish));

      rebuilt();

      publishing.join();
      awaitView();
    }
    nobodyReadsWhatWasTheViewBefore();
    assertThat(rebuilt()).contains("0 of " + orders + " orders changed");
  }

  @Test
  void whoReadsMeanwhileNeverSeesLessThanBefore() {
    publish(lives(40));
    awaitView();
    var done = new AtomicBoolean();
    var reading =
        CompletableFuture.supplyAsync(() -> {
          int reads = 0;
          for (; !done.get(); reads++) {
            assertThat(http.get().uri("/customers?size=1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.page.totalElements")
                .isEqualTo(orders);
            assertThat(http.get().uri("/customers/" + orders + "/timeline"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(7);
          }
          return reads;
        });

    rebuilt();
    nobodyReadsWhatWasTheViewBefore();
    rebuilt();

    done.set(true);
    assertThat(reading.join()).isPositive();
  }

  @Test
  void aRebuildThatDiedLeavesTheViewAsItWasAndStartsAgain() {
    publish(lives(5));
    awaitView();
    var other = sets.asked().other();
    jdbc.update(
        "update rebuild set claim = claim + 1, holder = 'dead', state = 'RUNNING', expires_at ="
            + " current_timestamp + interval '30' second");
    jdbc.update("delete from view_position where table_set = ?", other.number());
    jdbc.update(other.sql("delete from order_view#"));
    jdbc.update("insert into view_position values (?, 0, 3, current_timestamp)", other.number());
    jdbc.update(other.sql("insert into order_view# (order_id, version) values (-1, 1)"));

    assertThat(begin("{}")).as("another one may still run").hasStatus(409);
    awaitView();
    jdbc.update("update rebuild set expires_at = current_timestamp - interval '1' second");
    assertThat(claims.standing().state()).isEqualTo(State.DIED);

    assertThat(rebuilt()).contains("0 of " + orders + " orders changed");
    awaitView();
  }

  @Test
  void theNewViewHasTheIndexesOfTheOld() {
    publish(lives(2));
    awaitView();
    var before = ViewIndexes.of(jdbc);
    assertThat(before).hasSizeGreaterThan(10);

    rebuilt();

    assertThat(ViewIndexes.of(jdbc)).isEqualTo(before);
  }

  @Test
  void oneThatStoodStillWhileAnotherBeganWritesNothingMore() {
    publish(lives(1));
    awaitView();
    long stale = claims.take("one").orElseThrow();
    jdbc.update("update rebuild set expires_at = current_timestamp - interval '1' second");
    long next = claims.take("other").orElseThrow();

    assertThatThrownBy(() -> claims.renew(stale, "", 0, 0)).isInstanceOf(RebuildClaim.Lost.class);
    assertThatThrownBy(() -> claims.check(stale)).isInstanceOf(RebuildClaim.Lost.class);
    claims.check(next);
    claims.renew(next, "", 0, 0);
    claims.end(next, State.FAILED, "enough");
  }

  @Test
  void whatNobodyCanReadOrShowIsCounted() {
    topic().publishGarbage(orders + 1);
    var known = Life.of(orders + 1, "customer-1").shipped();
    topic().publish(List.of(named(known, "x".repeat(101))));
    var zero = named(Life.of(orders + 1, "customer\0").shipped(), "zero");
    topic().publish(List.of(zero));
    if (!refusesZeros()) {
      published.add(zero);
    }
    publish(lives(2));
    awaitView();

    String unreadable = refusesZeros() ? " 3" : " 2";
    assertThat(rebuilt()).anyMatch(line -> line.endsWith(unreadable + " of them unreadable"));
    awaitView();
  }

  private static Delivery<ShopEvent> named(Delivery<ShopEvent> event, String id) {
    return new Delivery<>(event.event(), event.source(), id, event.time(), 0, "shopping");
  }

  @Test
  void oneThatLosesItsClaimWhileItFillsLeavesNothingBehind() {
    publish(lives(2));
    awaitView();
    var other = sets.asked().other();
    try (var reader = readers.open();
        var second = readers.open()) {
      var refill = refill(List.of(reader, second), other, new Overtaken(), Room.USUAL);

      assertThatThrownBy(() -> refill.advance(reader.ends())).isInstanceOf(RebuildClaim.Lost.class);
    }
    assertThat(jdbc.queryForList(other.sql("select * from order_view#"))).isEmpty();
  }

  /** As when all services have waited for each other: the events of an order are far apart. */
  @Test
  void whatDoesNotFitAtOnceTakesMoreRounds() {
    publish(lives(300).stream().sorted(comparing(Delivery::id)).toList());
    awaitView();
    var other = sets.asked().other();
    try (var reader = readers.open()) {
      var refill = refill(List.of(reader), other, new Granted(), new Room(1, 1, 1_000));
      int rounds = 0;
      while (refill.progress().missing(reader.ends()) > 0) {
        rounds += refill.advance(reader.ends()) ? 1 : 0;
      }
      assertThat(rounds).isGreaterThan(1);
      assertThat(refill.progress().rows().orders()).isEqualTo(orders);
    }
    assertThat(ViewContents.of(jdbc, other)).isEqualTo(ViewContents.after(published));
  }

  private Refill refill(
      List<TopicReader<ShopEvent>> sharing, TableSet set, Refill.Permission permission, Room room) {
    var transaction = new TransactionTemplate(transactions);
    var beginnings = sharing.getFirst().beginnings();
    transaction.executeWithoutResult(_ -> newView.empty(set, beginnings));
    return new Refill(
        sharing, transaction, projection, positions, set, beginnings, permission, room);
  }

  private static class Granted implements Refill.Permission {
    @Override
    public void toGoOn(Refill.Progress progress) {}

    @Override
    public void stillHeld() {}
  }

  private static final class Overtaken extends Granted {
    @Override
    public void stillHeld() {
      throw new RebuildClaim.Lost();
    }
  }

  private List<String> rebuilt() {
    assertThat(begin("{}")).hasStatus(202);
    await().atMost(Duration.ofSeconds(40)).until(() -> claims.standing().state() != State.RUNNING);
    var end = claims.standing();
    assertThat(end.state()).as(end.told()).isEqualTo(State.DONE);
    return List.of(end.told().split("\n", -1));
  }

  private MvcTestResult begin(String body) {
    return http.post()
        .uri("/actuator/rebuild")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private void awaitView() {
    var expected = ViewContents.after(published);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(ViewContents.of(jdbc, sets)).isEqualTo(expected));
  }

  private void publish(Collection<Delivery<ShopEvent>> events) {
    published.addAll(events);
    topic().publish(List.copyOf(events));
  }

  private List<Delivery<ShopEvent>> lives(int more) {
    int from = orders;
    orders += more;
    return LongStream.rangeClosed(from + 1, from + more)
        .mapToObj(order -> Life.of(order, "customer-" + order % 3).whole())
        .flatMap(List::stream)
        .toList();
  }
}
