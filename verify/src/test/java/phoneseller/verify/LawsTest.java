package phoneseller.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.verify.Invariant.ACKNOWLEDGED;
import static phoneseller.verify.Invariant.NO_ORPHANS;
import static phoneseller.verify.Invariant.PAID_ONCE;
import static phoneseller.verify.Invariant.POINTS_ONCE;
import static phoneseller.verify.Invariant.REFUNDED;
import static phoneseller.verify.Invariant.SETTLED;
import static phoneseller.verify.Invariant.SHIPPED_ONCE;
import static phoneseller.verify.Invariant.VIEW;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.verify.Row.ViewRow;

class LawsTest {

  private static final long WON = 990_000;

  static Stream<Arguments> whole() {
    return Stream.of(
        whole("placed, not asked for", Story.placed(WON)),
        whole("placed, payment unknown for ever", Story.placed(504L).payment("Ordered")),
        whole("placed, its payment being cancelled", Story.placed(WON).payment("OrderCancelled")),
        whole(
            "paid, waits for a dealer's hand",
            Story.shipped(WON).status("Payed").shipment("Payed").told(0, 1).seen()),
        whole("shipped", Story.shipped(WON)),
        whole("shipped, earns nothing", Story.shipped(9L)),
        whole("shipped, without a price", Story.shipped(null)),
        whole("shipped, costs nothing", Story.shipped(0L)),
        whole("shipped, rounded down", Story.shipped(19L)),
        whole(
            "shipped, payment being cancelled, points gone",
            Story.shipped(WON)
                .payment("OrderCancelled")
                .entry(-99_000, "PayCancelled")
                .point(0L)
                .seen()),
        whole("declined", Story.declined()),
        whole("cancelled, then declined", Story.declined().shipment("Cancelled")),
        whole("returned", Story.returned(WON)),
        whole("returned, without a price", Story.returned(null)),
        whole("returned, and taken by the dealer", Story.returned(WON).shipment("Returned")),
        whole("refund refused, and the parcel is back", Story.refused().shipment("Returned")),
        whole(
            "cancelled, refund waits",
            Story.shipped(WON)
                .status("OrderCancelled")
                .payment("OrderCancelled")
                .shipment("Returning")
                .seen()),
        whole(
            "cancelled before anybody asked for its payment",
            Story.placed(WON)
                .status("PayCancelled")
                .payment("PayCancelled", 0)
                .shipment("Cancelled", null)
                .shipment("Cancelled")
                .point(0L)
                .seen()),
        whole(
            "cancelled, the reclaim overtook the grant",
            Story.placed(WON)
                .status("PayCancelled")
                .payment("PayCancelled", 0)
                .shipment("Cancelled")
                .booked(1, WON, 1)
                .entry(0, "PayCancelled")
                .point(0L)
                .seen()),
        whole(
            "never answered, then cancelled: refunded without a charge",
            Story.placed(504L)
                .status("PayCancelled")
                .payment("PayCancelled", 0)
                .shipment("Cancelled")
                .booked(0, 0, 1)
                .entry(0, "PayCancelled")
                .point(0L)
                .seen()),
        whole("refund refused", Story.refused()),
        whole(
            "refund refused after a direct cancel",
            Story.refused().status("Shipped").shipment("Shipped").seen()),
        whole(
            "refund refused, the reclaim overtook the grant",
            Story.refused()
                .noEntries()
                .entry(0, "PayCancelled")
                .entry(0, "Payed")
                .entry(40, "Payed")
                .told(1, 2)
                .seen()),
        whole("no books, no topic", Story.shipped(WON).nobodyLooksAtBooksOrTopic()));
  }

  private static Arguments whole(String name, Story story) {
    return Arguments.argumentSet(name, story);
  }

  @ParameterizedTest
  @MethodSource("whole")
  void whatMayBeIsNoFinding(Story story) {
    assertThat(new Laws(false).brokenBy(story.facts(), true)).isEmpty();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("charged twice", PAID_ONCE, s -> s.booked(2, WON, 0)),
        broken("another amount charged", PAID_ONCE, s -> s.booked(1, WON - 1, 0)),
        broken("never charged", PAID_ONCE, s -> s.booked(0, 0, 0)),
        broken("refunded and paid", PAID_ONCE, s -> s.booked(1, WON, 1)),
        broken("no payment", PAID_ONCE, s -> s.noPayment()),
        broken("payment unknown", PAID_ONCE, s -> s.payment("Ordered")),
        broken("payment of another price", PAID_ONCE, s -> s.payment("Payed", 1)),
        broken("payment undone", PAID_ONCE, s -> s.payment("PayCancelled", 0).booked(1, WON, 1)),
        broken("payment declined", PAID_ONCE, s -> s.payment("PayFailed")),
        broken("no shipment", SHIPPED_ONCE, s -> s.noShipment()),
        broken("shipment cancelled", SHIPPED_ONCE, s -> s.shipment("Cancelled")),
        broken("shipment returning", SHIPPED_ONCE, s -> s.shipment("Returning")),
        broken("shipment returned", SHIPPED_ONCE, s -> s.shipment("Returned")),
        broken("another parcel", SHIPPED_ONCE, s -> s.shipment("Shipped", "a brick")),
        broken("left twice", SHIPPED_ONCE, s -> s.told(2, 1)),
        broken("points granted twice", POINTS_ONCE, s -> s.entry(99_000, "Payed")),
        broken("points never granted", POINTS_ONCE, s -> s.noEntries().point(null).seen()),
        broken(
            "other points",
            POINTS_ONCE,
            s -> s.noEntries().entry(98_999, "Payed").point(98_999L).seen()),
        broken(
            "points taken back",
            POINTS_ONCE,
            s -> s.entry(-99_000, "PayCancelled").point(0L).seen()),
        broken("points granted twice on the topic", POINTS_ONCE, s -> s.told(1, 2)),
        broken("points not shown", POINTS_ONCE, s -> s.point(null).seen()),
        broken("no row in the view", VIEW, s -> s.unseen()),
        broken("another status in the view", VIEW, s -> s.seenAs(row("kim", 2, "Payed", 99_000L))),
        broken(
            "another number in the view", VIEW, s -> s.seenAs(row("kim", 3, "Shipped", 99_000L))),
        broken(
            "another customer in the view", VIEW, s -> s.seenAs(row("lee", 2, "Shipped", 99_000L))),
        broken("no points in the view", VIEW, s -> s.seenAs(row("kim", 2, "Shipped", null))),
        broken("lost", NO_ORPHANS, s -> s.lost()));
  }

  private static ViewRow row(String customer, int qty, String status, @Nullable Long point) {
    return new ViewRow(7, customer, "GX Note99", qty, WON, status, point);
  }

  private static Arguments broken(String name, Invariant law, UnaryOperator<Story> spoil) {
    return Arguments.argumentSet(name, law, spoil);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatMustNotBeIsFound(Invariant law, UnaryOperator<Story> spoil) {
    assertThat(spoil.apply(Story.shipped(WON)).broken()).containsExactly(law);
  }

  static Stream<Arguments> brokenCancels() {
    return Stream.of(
        broken("never refunded", REFUNDED, s -> s.booked(1, WON, 0)),
        broken("refunded twice", REFUNDED, s -> s.booked(1, WON, 2)),
        broken("the payment stands", REFUNDED, s -> s.payment("Payed").booked(1, WON, 0)),
        broken("a price is left", REFUNDED, s -> s.payment("PayCancelled", 1)),
        broken("points are left", REFUNDED, s -> s.noEntries().entry(99_000, "Payed").told(1, 1)),
        broken("points are shown", REFUNDED, s -> s.point(99_000L).seen()),
        broken("still shipped", SHIPPED_ONCE, s -> s.shipment("Shipped")),
        broken("never heard of by the store", SHIPPED_ONCE, s -> s.noShipment()),
        broken("left, and never did", SHIPPED_ONCE, s -> s.shipment("Cancelled")),
        broken("charged twice", PAID_ONCE, s -> s.booked(2, WON, 1)));
  }

  @ParameterizedTest
  @MethodSource("brokenCancels")
  void aCancelThatIsNotCarriedThroughIsFound(Invariant law, UnaryOperator<Story> spoil) {
    assertThat(spoil.apply(Story.returned(WON)).broken()).containsExactly(law);
  }

  @Test
  void aDeclinedOrderIsNeverChargedShippedOrRewarded() {
    assertThat(Story.declined().booked(1, 402, 0).broken()).containsExactly(PAID_ONCE);
    assertThat(Story.declined().shipment("Shipped").told(1, 0).broken())
        .containsExactly(SHIPPED_ONCE);
    assertThat(Story.declined().entry(40, "Payed").point(40L).told(0, 1).seen().broken())
        .containsExactly(POINTS_ONCE);
  }

  @Test
  void anUnpaidOrderIsNeverShipped() {
    assertThat(Story.placed(WON).shipment("Shipped").told(1, 0).broken())
        .containsExactly(SHIPPED_ONCE);
    assertThat(Story.placed(WON).payment("Payed").booked(1, WON, 0).broken())
        .containsExactly(PAID_ONCE);
  }

  @Test
  void aRefusedRefundGivesBackExactlyWhatWasTakenOnce() {
    assertThat(Story.refused().entry(40, "Payed").broken()).contains(POINTS_ONCE);
    assertThat(Story.refused().booked(1, 403, 1).broken()).contains(PAID_ONCE);
    assertThat(
            Story.refused()
                .noEntries()
                .entry(0, "PayCancelled")
                .entry(0, "Payed")
                .point(0L)
                .told(1, 1)
                .seen()
                .broken())
        .containsExactly(POINTS_ONCE);
    assertThat(
            Story.refused()
                .noEntries()
                .entry(40, "Payed")
                .entry(-40, "PayCancelled")
                .entry(39, "Payed")
                .point(39L)
                .seen()
                .broken())
        .containsExactly(POINTS_ONCE);
  }

  @Test
  void everythingOfAnOrderThatDoesNotExistIsToldAtOnce() {
    var facts = Story.returned(WON).lost().facts();

    assertThat(new Laws(false).brokenBy(facts, false))
        .singleElement()
        .extracting(Finding::detail)
        .asString()
        .contains("payment=PayCancelled", "charge=990000", "shipment=Returning", "view=");
  }

  @Test
  void aPromisedOrderMustBeThere() {
    assertThat(new Laws(false).brokenBy(OrderFacts.unknown(7), false)).isEmpty();
    assertThat(new Laws(false).brokenBy(OrderFacts.unknown(7), true))
        .extracting(Finding::invariant)
        .containsExactly(ACKNOWLEDGED);
  }

  @Test
  void onlyASettledShopHasEveryOrderAtItsEnd() {
    var ended = List.of(Story.shipped(WON), Story.returned(WON), Story.declined(), Story.refused());
    var open =
        List.of(
            Story.placed(504L).payment("Ordered"),
            Story.shipped(WON).status("Payed").shipment("Payed").told(0, 1).seen(),
            Story.shipped(WON).payment("OrderCancelled"),
            Story.shipped(WON)
                .status("OrderCancelled")
                .payment("OrderCancelled")
                .shipment("Returning")
                .seen());

    assertThat(ended).allSatisfy(story -> assertThat(story.broken(true)).isEmpty());
    assertThat(open).allSatisfy(story -> assertThat(story.broken(false)).isEmpty());
    assertThat(open).allSatisfy(story -> assertThat(story.broken(true)).containsExactly(SETTLED));
  }
}
