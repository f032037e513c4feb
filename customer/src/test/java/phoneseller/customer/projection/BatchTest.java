package phoneseller.customer.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.customer.projection.Batch.Stored;
import phoneseller.customer.view.OrderStatus;
import phoneseller.messaging.Delivery;

class BatchTest {

  private static final Life FIRST = Life.of(1, "customer-1");
  private static final Life SECOND = Life.of(2, "customer-1");

  @Test
  void whatABatchHasSeenBeforeChangesNothing() {
    var tables = new Tables();
    tables.take(FIRST.whole());

    var again = Batch.of(tables.orders, FIRST.whole());

    assertThat(again.changed()).isEmpty();
    assertThat(again.tallies()).isEmpty();
    assertThat(again.viewTallies()).isEmpty();
  }

  @Test
  void totalsAreTheSameHoweverTheEventsArriveAndAreCut() {
    var events = Stream.concat(FIRST.whole().stream(), SECOND.whole().stream()).toList();

    for (int seed = 0; seed < 2000; seed++) {
      var tables = new Tables();
      Arrivals.random(events, new Random(seed)).forEach(tables::take);

      assertThat(tables.customers)
          .as("seed %d", seed)
          .containsOnly(
              Map.entry("customer-1", new Tally(2, 4, 0, counts(2, OrderStatus.PAY_CANCELLED))));
      assertThat(tables.viewed)
          .isEqualTo(new ViewTally(2, 2, counts(2, OrderStatus.PAY_CANCELLED)));
    }
  }

  @Test
  void anOrderIsCountedForTheRightCustomerWhenThatIsLearnedLate() {
    var tables = new Tables();

    tables.take(List.of(Life.of(1, null).rewarded()));
    assertThat(tables.customers).isEmpty();
    assertThat(tables.viewed).isEqualTo(new ViewTally(1, 0, StatusCounts.NONE));

    tables.take(List.of(Life.of(1, "customer-2").paid()));
    var payed = new Tally(1, 1, 99_000, counts(1, OrderStatus.PAYED));
    assertThat(tables.customers).containsOnly(Map.entry("customer-2", payed));

    tables.take(List.of(FIRST.ordered()));
    assertThat(tables.customers)
        .containsOnly(Map.entry("customer-2", Tally.NOTHING), Map.entry("customer-1", payed));
    assertThat(tables.viewed).isEqualTo(new ViewTally(1, 0, counts(1, OrderStatus.PAYED)));
  }

  @Test
  void manyOrdersOfACustomerMoveOneTotal() {
    var guests = Stream.iterate(12L, order -> order + 12).limit(50).map(o -> Life.of(o, "guest"));

    var batch = Batch.of(new HashMap<>(), guests.map(Life::ordered).toList());

    var ordered = counts(50, OrderStatus.ORDERED);
    assertThat(batch.tallies()).hasSize(1).containsValue(new Tally(50, 0, 0, ordered));
    assertThat(batch.viewTallies()).containsOnly(Map.entry(0, new ViewTally(50, 0, ordered)));
  }

  @Test
  void anOrderThatMovesOnLeavesOneCountForAnother() {
    var tables = new Tables();
    for (var step :
        List.of(
            List.of(FIRST.ordered()),
            List.of(FIRST.paid()),
            List.of(FIRST.shipped()),
            List.of(FIRST.rewarded()),
            List.of(FIRST.cancelled(), FIRST.reclaimed()),
            List.of(FIRST.payCancelled()))) {
      tables.take(step);
      tables.seen.add(tables.viewed);
    }

    assertThat(tables.seen)
        .containsExactly(
            new ViewTally(1, 0, counts(1, OrderStatus.ORDERED)),
            new ViewTally(1, 0, counts(1, OrderStatus.PAYED)),
            new ViewTally(1, 0, counts(1, OrderStatus.SHIPPED)),
            new ViewTally(1, 1, counts(1, OrderStatus.SHIPPED)),
            new ViewTally(1, 0, counts(1, OrderStatus.ORDER_CANCELLED)),
            new ViewTally(1, 1, counts(1, OrderStatus.PAY_CANCELLED)));
  }

  private static StatusCounts counts(int orders, OrderStatus status) {
    return Stream.generate(() -> StatusCounts.one(status))
        .limit(orders)
        .reduce(StatusCounts.NONE, StatusCounts::plus);
  }

  /** What the tables do, in memory. */
  private static final class Tables {
    private final Map<Long, Stored> orders = new HashMap<>();
    private final Map<String, Tally> customers = new TreeMap<>();
    private final List<ViewTally> seen = new ArrayList<>();
    private ViewTally viewed = ViewTally.NOTHING;

    void take(List<Delivery<ShopEvent>> deliveries) {
      var batch = Batch.of(new HashMap<>(orders), deliveries);
      batch
          .tallies()
          .forEach((key, tally) -> customers.merge(key.customerId(), tally, Tally::plus));
      viewed = batch.viewTallies().values().stream().reduce(viewed, ViewTally::plus);
      for (var changed : batch.changed()) {
        orders.put(changed.after().orderId(), new Stored(changed.after(), changed.version() + 1));
      }
    }
  }
}
