package phoneseller.customer.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.TableSet;
import phoneseller.messaging.Delivery;
import phoneseller.testing.TestDatabase;

/** A view that was filled before its orders were counted by status has the counts afterwards. */
abstract class MigrationContract {

  private final DataSource database = database();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);

  abstract TestDatabase engine();

  @Test
  void whatWasStoredBeforeIsCountedAndWaitsSinceItCameToWhereItStands() {
    migrate("2");
    var histories = histories();
    for (var set : TableSet.values()) {
      histories.values().forEach(history -> store(set, history));
    }

    migrate("latest");

    var events = events();
    for (var set : TableSet.values()) {
      jdbc.update("update active_set set table_set = ?", set.number());
      assertThat(ViewContents.of(jdbc, new ActiveSet(JdbcClient.create(database))))
          .isEqualTo(ViewContents.after(events));
      histories
          .values()
          .forEach(history ->
              assertThat(waitingSince(set, history.orderId()))
                  .as("%s", history.row())
                  .isEqualTo(history.waitingSince()));
    }
  }

  /** One order of each kind, of two customers, and one of nobody yet. */
  private static List<Delivery<ShopEvent>> events() {
    var events = new ArrayList<Delivery<ShopEvent>>();
    for (int steps = 1; steps <= 7; steps++) {
      events.addAll(Life.of(steps, "customer-" + steps % 2).whole().subList(0, steps));
    }
    events.addAll(List.of(Life.of(8, "guest").ordered(), Life.of(8, "guest").declined()));
    events.add(Life.of(9, null).shipped());
    events.add(Life.of(10, null).rewarded());
    return events.stream()
        .map(e -> new Delivery<>(e.event(), e.source(), e.id(), e.time(), e.partition()))
        .toList();
  }

  private static Map<Long, OrderHistory> histories() {
    var histories = new TreeMap<Long, OrderHistory>();
    for (var event : events()) {
      var happening = Happening.of(event);
      long order = happening.orderId();
      var known = histories.getOrDefault(order, OrderHistory.unheardOf(order));
      histories.put(order, known.with(List.of(happening)));
    }
    return histories;
  }

  /** As the projection did until then. */
  private void store(TableSet set, OrderHistory history) {
    var row = history.row();
    jdbc.update(
        set.sql("insert into order_view# values (?, 1, ?, ?, ?, ?, ?, ?)"),
        row.orderId(),
        row.customerId(),
        row.item(),
        row.qty(),
        row.price(),
        row.status(),
        row.point());
    for (var h : history.happenings()) {
      jdbc.update(
          set.sql("insert into timeline# values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          h.orderId(),
          h.source(),
          h.eventId(),
          h.step().rank(),
          h.step().event(),
          h.at().atOffset(ZoneOffset.UTC),
          h.rowId(),
          h.customerId(),
          h.item(),
          h.qty(),
          h.price(),
          h.point());
    }
    for (var p : history.points()) {
      jdbc.update(
          set.sql("insert into points_entry# values (?, ?, ?, ?, ?, ?)"),
          p.orderId(),
          p.entryId(),
          p.customerId(),
          p.at().atOffset(ZoneOffset.UTC),
          p.point(),
          p.reason());
    }
    jdbc.update(set.sql("update view_totals# set orders = orders + 1 where stripe = 7"));
    if (row.customerId() != null) {
      var tally = Tally.of(history);
      jdbc.update(
          set.sql("insert into customer_totals# values (?, ?, 1, ?, ?)"),
          row.customerId(),
          row.orderId(),
          tally.entries(),
          tally.points());
    }
  }

  private @Nullable Instant waitingSince(TableSet set, long order) {
    return jdbc
        .query(
            set.sql("select waiting_since from order_view# where order_id = ?"),
            (rs, _) -> rs.getObject(1, OffsetDateTime.class),
            order)
        .stream()
        .map(at -> at == null ? null : at.toInstant())
        .toList()
        .getFirst();
  }

  private DataSource database() {
    var address = engine().create();
    return DataSourceBuilder.create().url(address.url()).username(address.user()).build();
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/messaging", "classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }
}
