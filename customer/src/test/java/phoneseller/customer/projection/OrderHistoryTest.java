package phoneseller.customer.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.contracts.Ordered;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.messaging.Delivery;

class OrderHistoryTest {

  private static final Life LIFE = Life.of(2, "customer-1");

  @Test
  void everyOrderOfArrivalOfAWholeLifeEndsInTheSameRow() {
    var row = new OrderRow(2, "customer-1", "GX Note99", 2, 990_000L, "PayCancelled", 0L, null);
    var inOrder = heard(LIFE.whole());
    var orders = new AtomicInteger();

    Arrivals.everyOrderOf(
        LIFE.whole(),
        arrival -> {
          orders.incrementAndGet();
          assertThat(heard(arrival)).isEqualTo(inOrder);
          assertThat(heard(arrival).row()).isEqualTo(row);
          assertThat(heard(arrival).points())
              .extracting(PointsEntry::point)
              .containsExactly(99_000L, -99_000L);
        });

    assertThat(orders).hasValue(5040);
  }

  @Test
  void aRepeatedEventChangesNothing() {
    var history = heard(LIFE.whole());

    for (var again : LIFE.whole()) {
      assertThat(history.with(List.of(Happening.of(again)))).isSameAs(history);
    }
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void theWeightiestEventDecidesTheStatusHoweverTheyArrive(
      String status, List<Delivery<ShopEvent>> events) {
    Arrivals.everyOrderOf(
        events, arrival -> assertThat(heard(arrival).row().status()).isEqualTo(status));
  }

  static Stream<Arguments> statuses() {
    var whole = LIFE.whole();
    return Stream.of(
        arguments("Ordered", whole.subList(0, 1)),
        arguments("Payed", whole.subList(0, 2)),
        arguments("Shipped", whole.subList(0, 3)),
        arguments("Shipped", whole.subList(0, 4)),
        arguments("OrderCancelled", whole.subList(0, 5)),
        arguments("OrderCancelled", whole.subList(0, 6)),
        arguments("PayCancelled", whole.subList(0, 7)),
        arguments("PayFailed", List.of(LIFE.ordered(), LIFE.declined())),
        arguments("PayFailed", List.of(LIFE.ordered(), LIFE.cancelled(), LIFE.declined())));
  }

  @Test
  void anOrderThatHasNotBeenHeardOfIsShownWithWhatIsKnown() {
    assertThat(heard(List.of(LIFE.rewarded())).row())
        .isEqualTo(
            new OrderRow(2, "customer-1", null, null, null, null, 99_000L, LIFE.rewarded().time()));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void anOrderWaitsSinceItCameToWhereItStandsUntilNothingMoreHasToHappen(
      @Nullable Delivery<ShopEvent> since, List<Delivery<ShopEvent>> events) {
    Arrivals.everyOrderOf(
        events,
        arrival ->
            assertThat(heard(arrival).waitingSince())
                .isEqualTo(since == null ? null : since.time()));
  }

  static Stream<Arguments> waits() {
    var whole = LIFE.whole();
    return Stream.of(
        arguments(LIFE.ordered(), whole.subList(0, 1)),
        arguments(LIFE.paid(), whole.subList(0, 2)),
        arguments(LIFE.shipped(), whole.subList(0, 3)),
        arguments(null, whole.subList(0, 4)),
        arguments(LIFE.cancelled(), whole.subList(0, 5)),
        arguments(LIFE.cancelled(), whole.subList(0, 6)),
        arguments(null, whole),
        arguments(null, List.of(LIFE.ordered(), LIFE.declined())),
        arguments(LIFE.paid(), List.of(LIFE.ordered(), LIFE.paid(), LIFE.rewarded())),
        arguments(LIFE.shipped(), List.of(LIFE.shipped())),
        arguments(LIFE.rewarded(), List.of(LIFE.rewarded())),
        arguments(null, List.of(priced(9L), LIFE.shipped())),
        arguments(LIFE.shipped(), List.of(priced(10L), LIFE.shipped())),
        arguments(null, List.of(priced(null), LIFE.shipped())));
  }

  private static Delivery<ShopEvent> priced(@Nullable Long price) {
    var it = LIFE.ordered();
    var ordered =
        new Ordered("20261122120200", 2, "case", 1, "Ordered", null, price, null, "guest");
    return new Delivery<>(ordered, it.source(), it.id(), it.time(), it.partition());
  }

  @Test
  void thePointIsEmptyUntilReward() {
    assertThat(heard(LIFE.whole().subList(0, 3)).row().point()).isNull();
    assertThat(heard(LIFE.whole().subList(0, 5)).row().point()).isEqualTo(99_000L);
  }

  @Test
  void aReclaimBeforeTheGrantLeavesNoPoint() {
    var history = heard(List.of(LIFE.ordered(), LIFE.paid(), LIFE.reclaimed(0)));

    assertThat(history.row().point()).isEqualTo(0);
    assertThat(history.points()).extracting(PointsEntry::reason).containsExactly("taken back");
  }

  @Test
  void pointsGivenBackAreThereAgainWhateverArrivesFirst() {
    var events = List.of(LIFE.rewarded(), LIFE.reclaimed(), LIFE.givenBack());

    Arrivals.everyOrderOf(
        events,
        arrival -> {
          assertThat(heard(arrival).row().point()).isEqualTo(99_000L);
          assertThat(heard(arrival).points())
              .extracting(PointsEntry::reason)
              .containsExactly("earned", "taken back", "given back");
        });
  }

  @Test
  void anUndonePaymentLeavesNoPointWhateverElseIsHeard() {
    Arrivals.everyOrderOf(
        List.of(LIFE.rewarded(), LIFE.payCancelled()),
        arrival -> assertThat(heard(arrival).row().point()).isEqualTo(0));
  }

  @Test
  void anEntryOfTheLedgerThatIsPublishedTwiceCountsOnce() {
    var once = LIFE.rewarded();
    var again = new Delivery<>(once.event(), "/reward", "r9", once.time(), once.partition());

    assertThat(heard(List.of(once, again)).points()).hasSize(1);
  }

  @Test
  void anOrderWithoutACustomerIsAGuests() {
    assertThat(heard(List.of(Life.of(2, null).ordered())).row().customerId()).isEqualTo("guest");
    assertThat(heard(List.of(Life.of(2, null).paid())).row().customerId()).isNull();
  }

  @Test
  void theOrderKnowsBetterWhoseItIs() {
    Arrivals.everyOrderOf(
        List.of(LIFE.ordered(), Life.of(2, "customer-2").paid(), Life.of(2, null).shipped()),
        arrival -> assertThat(heard(arrival).row().customerId()).isEqualTo("customer-1"));
  }

  private static OrderHistory heard(List<Delivery<ShopEvent>> arrival) {
    var history = OrderHistory.unheardOf(2);
    for (var delivery : arrival) {
      history = history.with(List.of(Happening.of(delivery)));
    }
    return history;
  }
}
