package phoneseller.customer.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.TableSet;
import phoneseller.customer.view.WatchedOrders;
import phoneseller.messaging.Delivery;

/** What the tables must hold, on every database. */
abstract class ProjectionContract {

  private static final List<String> CONTENTS =
      List.of(
          """
          select order_id, customer_id, item, qty, price, status, point, waiting_since
          from order_view order by 1\
          """,
          """
          select order_id, source, event_id, event, happened_at, correlation_id from timeline
          order by 1, 2, 3\
          """,
          "select order_id, entry_id, customer_id, point, reason from points_entry order by 1, 2",
          """
          select customer_id, sum(orders), sum(entries), sum(points), sum(ordered), sum(payed),
            sum(shipped), sum(order_cancelled), sum(pay_cancelled), sum(pay_failed)
          from customer_totals group by customer_id having sum(orders) <> 0 order by 1\
          """,
          """
          select sum(orders), sum(complete), sum(ordered), sum(payed), sum(shipped),
            sum(order_cancelled), sum(pay_cancelled), sum(pay_failed)
          from view_totals\
          """);

  private final HikariDataSource database = new HikariDataSource();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final ActiveSet sets = new ActiveSet(JdbcClient.create(database));
  private final HistoryTables histories = new HistoryTables(jdbc);
  private final ViewTables views = new ViewTables(jdbc);
  private final Projection projection =
      new Projection(
          sets, new ViewPositions(jdbc, sets), histories, views, new WatchedOrders(sets, jdbc));

  abstract String url();

  @BeforeEach
  void open() {
    database.setJdbcUrl(url());
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aWholeLifeEndsInItsRowItsTimelineItsPointsAndTheTotals() {
    take(Life.of(2, "customer-1").whole());

    assertThat(contents())
        .satisfiesExactly(
            rows ->
                assertThat(rows)
                    .containsExactly("2 customer-1 GX Note99 2 990000 PayCancelled 0 null"),
            timeline ->
                assertThat(timeline).hasSize(7).allMatch(step -> step.endsWith(" shopping-2")),
            points ->
                assertThat(points)
                    .containsExactly(
                        "2 21 customer-1 99000 earned", "2 22 customer-1 -99000 taken back"),
            customers -> assertThat(customers).containsExactly("customer-1 1 2 0 0 0 0 0 1 0"),
            view -> assertThat(view).containsExactly("1 1 0 0 0 0 1 0"));
  }

  @Test
  void anyArrivalEndsInTheSameTables() {
    var events = threeLives();
    take(events);
    var inOrder = contents();

    for (int seed = 0; seed < 25; seed++) {
      clear();
      Arrivals.random(events, new Random(seed)).forEach(this::take);

      assertThat(contents()).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  @Test
  void instancesThatTakeTheSameEventsAtOnceEndInTheSameTables() throws Exception {
    var events = threeLives();
    take(events);
    var inOrder = contents();
    clear();

    try (var instances = Executors.newFixedThreadPool(4)) {
      var work =
          IntStream.range(0, 4)
              .mapToObj(seed -> Arrivals.random(events, new Random(seed)))
              .<Callable<Void>>map(batches ->
                  () -> {
                    batches.forEach(this::take);
                    return null;
                  })
              .toList();
      for (var done : instances.invokeAll(work)) {
        done.get();
      }
    }

    assertThat(contents()).isEqualTo(inOrder);
  }

  @Test
  void whoeverHasReadBeforeAnotherCommittedLoses() {
    var life = Life.of(2, "customer-1");

    assertThatThrownBy(() -> overtaken(life.ordered(), life.paid()))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> overtaken(life.shipped(), life.rewarded()))
        .isInstanceOf(OptimisticLockingFailureException.class);

    assertThat(contents().get(0))
        .singleElement()
        .asString()
        .startsWith("2 customer-1 null null null Payed 99000 2026-11-22");
  }

  /** Another instance takes an event of the order between this one's reading and its writing. */
  private void overtaken(Delivery<ShopEvent> own, Delivery<ShopEvent> others) {
    var another = new TransactionTemplate(new JdbcTransactionManager(database));
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(_ -> {
      var stored = histories.load(TableSet.FIRST, List.of(own.event().order()));
      another.executeWithoutResult(_ -> projection.handle(List.of(others)));
      views.saveRows(TableSet.FIRST, Batch.of(stored, List.of(own)).changed());
    });
  }

  @Test
  void aPollOfAThousandIsOneBatch() {
    var events =
        LongStream.rangeClosed(1, 250)
            .mapToObj(order -> Life.of(order, "guest").whole().subList(0, 4))
            .flatMap(List::stream)
            .toList();

    take(events);

    assertThat(contents().get(3)).containsExactly("guest 250 250 24750000 0 0 250 0 0 0");
    assertThat(contents().get(4)).containsExactly("250 250 0 0 250 0 0 0");
  }

  private static List<Delivery<ShopEvent>> threeLives() {
    var events = new ArrayList<Delivery<ShopEvent>>();
    events.addAll(Life.of(1, "customer-1").whole());
    events.addAll(Life.of(2, null).whole());
    var kept = Life.of(3, "customer-1");
    events.addAll(kept.whole().subList(0, 6));
    events.add(kept.givenBack());
    return events;
  }

  /** Comes again when it has lost a race, as from the topic. */
  private void take(List<Delivery<ShopEvent>> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        transaction.executeWithoutResult(_ -> projection.handle(batch));
        return;
      } catch (ConcurrencyFailureException | DuplicateKeyException e) {
        if (attempt == 200) {
          throw e;
        }
      }
    }
  }

  private List<List<String>> contents() {
    return CONTENTS.stream().map(this::rows).toList();
  }

  private List<String> rows(String sql) {
    return jdbc.query(
        sql,
        (rs, _) -> {
          var row = new ArrayList<String>();
          for (int column = 1; column <= rs.getMetaData().getColumnCount(); column++) {
            row.add(String.valueOf(rs.getString(column)));
          }
          return String.join(" ", row);
        });
  }

  private void clear() {
    for (String table : List.of("order_view", "timeline", "points_entry", "customer_totals")) {
      jdbc.update("delete from " + table);
    }
    ViewContents.nothingCounted(jdbc);
  }
}
