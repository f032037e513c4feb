package phoneseller.store.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static phoneseller.store.domain.ShippingPolicy.AUTOMATIC;
import static phoneseller.store.domain.ShippingPolicy.BY_HAND;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.store.domain.ShipmentStatus.AwaitingOrder;
import phoneseller.store.domain.ShipmentStatus.AwaitingPayment;
import phoneseller.store.domain.ShipmentStatus.Cancelled;
import phoneseller.store.domain.ShipmentStatus.Ready;
import phoneseller.store.domain.ShipmentStatus.Returned;
import phoneseller.store.domain.ShipmentStatus.Returning;
import phoneseller.store.domain.ShipmentStatus.Shipped;
import phoneseller.store.domain.ShipmentStatus.Unheard;

class ShipmentTest {

  private static final OrderId ORDER = new OrderId(2);
  private static final Parcel PARCEL = new Parcel("GX Note99", "customer-1");
  private static final ShipmentMessage ORDERED = new ShipmentMessage.Ordered(ORDER, PARCEL);
  private static final ShipmentMessage PAID = new ShipmentMessage.Paid(ORDER);
  private static final ShipmentMessage CANCELLED = new ShipmentMessage.Cancelled(ORDER, PARCEL);
  private static final ShipmentMessage CANCELLED_UNTOLD =
      new ShipmentMessage.Cancelled(ORDER, null);

  /** What each message makes of a status; the shipment ships where it says so. */
  record Row(ShipmentStatus before, ShipmentMessage message, ShipmentStatus after) {}

  static Stream<Row> automatic() {
    return Stream.concat(
        whicheverThePolicy(),
        Stream.of(
            new Row(new AwaitingPayment(PARCEL), PAID, new Shipped(PARCEL)),
            new Row(new AwaitingOrder(), ORDERED, new Shipped(PARCEL))));
  }

  static Stream<Row> byHand() {
    return Stream.concat(
        whicheverThePolicy(),
        Stream.of(
            new Row(new AwaitingPayment(PARCEL), PAID, new Ready(PARCEL)),
            new Row(new AwaitingOrder(), ORDERED, new Ready(PARCEL))));
  }

  static Stream<Row> whicheverThePolicy() {
    var moves =
        Stream.of(
            new Row(new Unheard(), ORDERED, new AwaitingPayment(PARCEL)),
            new Row(new Unheard(), PAID, new AwaitingOrder()),
            new Row(new Unheard(), CANCELLED, new Cancelled(PARCEL)),
            new Row(new Unheard(), CANCELLED_UNTOLD, new Cancelled(null)),
            new Row(new AwaitingPayment(PARCEL), CANCELLED_UNTOLD, new Cancelled(PARCEL)),
            new Row(new AwaitingPayment(PARCEL), CANCELLED, new Cancelled(PARCEL)),
            new Row(new AwaitingOrder(), CANCELLED, new Cancelled(PARCEL)),
            new Row(new AwaitingOrder(), CANCELLED_UNTOLD, new Cancelled(null)),
            new Row(new Ready(PARCEL), CANCELLED, new Cancelled(PARCEL)),
            new Row(new Ready(PARCEL), CANCELLED_UNTOLD, new Cancelled(PARCEL)),
            new Row(new Shipped(PARCEL), CANCELLED, new Returning(PARCEL)),
            new Row(new Shipped(PARCEL), CANCELLED_UNTOLD, new Returning(PARCEL)),
            new Row(new Cancelled(null), ORDERED, new Cancelled(PARCEL)),
            new Row(new Cancelled(null), CANCELLED, new Cancelled(PARCEL)));
    var stays =
        Stream.of(
            stays(new AwaitingPayment(PARCEL), ORDERED),
            stays(new AwaitingOrder(), PAID),
            stays(new Ready(PARCEL), ORDERED, PAID),
            stays(new Shipped(PARCEL), ORDERED, PAID),
            stays(new Cancelled(null), PAID, CANCELLED_UNTOLD),
            stays(new Cancelled(PARCEL), ORDERED, PAID, CANCELLED, CANCELLED_UNTOLD),
            stays(new Returning(PARCEL), ORDERED, PAID, CANCELLED, CANCELLED_UNTOLD),
            stays(new Returned(PARCEL), ORDERED, PAID, CANCELLED, CANCELLED_UNTOLD));
    return Stream.concat(moves, stays.flatMap(rows -> rows));
  }

  private static Stream<Row> stays(ShipmentStatus status, ShipmentMessage... messages) {
    return Stream.of(messages).map(message -> new Row(status, message, status));
  }

  @ParameterizedTest
  @MethodSource("automatic")
  void everyMessageInEveryStatusWhenPaidOrdersShipAtOnce(Row row) {
    check(row, AUTOMATIC);
  }

  @ParameterizedTest
  @MethodSource("byHand")
  void everyMessageInEveryStatusWhenADealerShips(Row row) {
    check(row, BY_HAND);
  }

  @Test
  void theTablesAboveLeaveNoPairOut() {
    assertThat(automatic()).hasSize(4 * 9);
    assertThat(byHand()).hasSize(4 * 9);
  }

  @Test
  void aDealerShipsWhatIsReadyAndOnlyThat() {
    var shipped = in(new Ready(PARCEL)).shipByHand();
    assertThat(shipped.shipment().status()).isEqualTo(new Shipped(PARCEL));
    assertThat(shipped.events()).containsExactly(new ParcelShipped(ORDER, PARCEL));

    assertThat(shipped.shipment().shipByHand()).isEqualTo(Change.none(shipped.shipment()));

    for (var status :
        List.of(
            new Unheard(),
            new AwaitingPayment(PARCEL),
            new AwaitingOrder(),
            new Cancelled(PARCEL),
            new Returning(PARCEL),
            new Returned(PARCEL))) {
      var shipment = in(status);
      assertThatThrownBy(shipment::shipByHand)
          .isInstanceOfSatisfying(
              IllegalTransition.class, e -> assertThat(e.shipment()).isEqualTo(shipment));
    }
  }

  @Test
  void aDealerTakesBackWhatIsReturningAndOnlyThat() {
    var returned = in(new Returning(PARCEL)).takeBack();
    assertThat(returned.shipment().status()).isEqualTo(new Returned(PARCEL));
    assertThat(returned.changed()).isTrue();
    assertThat(returned.events()).isEmpty();

    assertThat(returned.shipment().takeBack()).isEqualTo(Change.none(returned.shipment()));

    for (var status :
        List.of(
            new Unheard(),
            new AwaitingPayment(PARCEL),
            new AwaitingOrder(),
            new Ready(PARCEL),
            new Shipped(PARCEL),
            new Cancelled(PARCEL),
            new Cancelled(null))) {
      var shipment = in(status);
      assertThatThrownBy(shipment::takeBack)
          .isInstanceOfSatisfying(
              IllegalTransition.class, e -> assertThat(e.shipment()).isEqualTo(shipment));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOrderThatNobodyHasPaidIsNotADealersBusiness(ShippingPolicy policy) {
    assertThat(Shipment.unheard(ORDER).concernsDealer()).isFalse();
    assertThat(in(new AwaitingPayment(PARCEL)).concernsDealer()).isFalse();
    assertThat(in(new AwaitingPayment(PARCEL)).hear(PAID, policy).shipment().concernsDealer())
        .isTrue();
  }

  private static void check(Row row, ShippingPolicy policy) {
    var change = in(row.before).hear(row.message, policy);

    assertThat(change.shipment()).isEqualTo(in(row.after));
    assertThat(change.changed()).isEqualTo(!row.before.equals(row.after));
    boolean ships = row.after instanceof Shipped && !(row.before instanceof Shipped);
    assertThat(change.events())
        .isEqualTo(ships ? List.of(new ParcelShipped(ORDER, PARCEL)) : List.of());
  }

  private static Shipment in(ShipmentStatus status) {
    return new Shipment(ORDER, status, 3);
  }
}
