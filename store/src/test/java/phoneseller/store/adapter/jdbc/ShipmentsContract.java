package phoneseller.store.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.ShipmentStatus;
import phoneseller.store.domain.ShipmentStatus.AwaitingOrder;
import phoneseller.store.domain.ShipmentStatus.AwaitingPayment;
import phoneseller.store.domain.ShipmentStatus.Cancelled;
import phoneseller.store.domain.ShipmentStatus.Ready;
import phoneseller.store.domain.ShipmentStatus.Returned;
import phoneseller.store.domain.ShipmentStatus.Returning;
import phoneseller.store.domain.ShipmentStatus.Shipped;
import phoneseller.store.domain.Shipments;
import phoneseller.store.domain.Stage;

/** What holds for the shipments wherever they are kept. */
abstract class ShipmentsContract {

  private static final Parcel PARCEL = new Parcel("갤럭시 📱", "customer-1");

  abstract Shipments shipments();

  static List<ShipmentStatus> statuses() {
    return List.of(
        new AwaitingPayment(PARCEL),
        new AwaitingOrder(),
        new Ready(PARCEL),
        new Shipped(PARCEL),
        new Cancelled(PARCEL),
        new Cancelled(null),
        new Returning(PARCEL),
        new Returned(PARCEL));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void aShipmentIsFoundAsItWasStored(ShipmentStatus status) {
    var order = new OrderId(7);
    shipments().save(List.of(new Shipment(order, status, 0)));

    assertThat(shipments().find(order)).contains(new Shipment(order, status, 1));
  }

  @Test
  void aLaterStatusTakesThePlaceOfTheEarlier() {
    var order = new OrderId(7);
    shipments().save(List.of(new Shipment(order, new AwaitingOrder(), 0)));
    shipments().save(List.of(new Shipment(order, new Shipped(PARCEL), 1)));

    assertThat(shipments().find(order)).contains(new Shipment(order, new Shipped(PARCEL), 2));
  }

  @Test
  void whoeverReadAnEarlierVersionCannotWrite() {
    var order = new OrderId(7);
    shipments().save(List.of(new Shipment(order, new Ready(PARCEL), 0)));
    shipments().save(List.of(new Shipment(order, new Shipped(PARCEL), 1)));

    assertThatThrownBy(
            () -> shipments().save(List.of(new Shipment(order, new Cancelled(PARCEL), 1))))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> shipments().save(List.of(new Shipment(order, new AwaitingOrder(), 0))))
        .isInstanceOf(RuntimeException.class);
    assertThat(shipments().find(order)).contains(new Shipment(order, new Shipped(PARCEL), 2));
  }

  @Test
  void aThousandAreStoredAndFoundAtOnce() {
    var orders = LongStream.rangeClosed(1, 1000).mapToObj(OrderId::new).toList();
    shipments()
        .save(orders.stream().map(order -> new Shipment(order, new AwaitingOrder(), 0)).toList());

    assertThat(shipments().findAll(orders)).hasSize(1000);
    assertThat(shipments().findAll(List.of(new OrderId(5), new OrderId(5000))))
        .containsOnlyKeys(new OrderId(5));
  }

  @Test
  void nothingToDoIsNoTrouble() {
    shipments().save(List.of());

    assertThat(shipments().findAll(List.of())).isEmpty();
    assertThat(shipments().find(new OrderId(1))).isEqualTo(Optional.empty());
    assertThat(shipments().countListed(null)).isZero();
    assertThat(shipments().countListed(Stage.SHIPPED)).isZero();
  }

  @Test
  void dealersSeeAPageOfWhatConcernsThem() {
    storeOneOfEach();

    assertThat(shipments().countListed(null)).isEqualTo(7);
    assertThat(ids(shipments().listed(null, 0, 20, false)))
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(ids(shipments().listed(null, 0, 2, true))).containsExactly(8L, 7L);
    assertThat(ids(shipments().listed(null, 5, 2, false))).containsExactly(7L, 8L);
    assertThat(ids(shipments().listed(null, 7, 2, false))).isEmpty();
  }

  @Test
  void dealersSeeAPageOfOneStage() {
    storeOneOfEach();

    var seen = new ArrayList<Long>();
    for (var stage : Stage.values()) {
      var listed = shipments().listed(stage, 0, 20, false);
      assertThat(listed).allMatch(shipment -> shipment.stage().equals(Optional.of(stage)));
      assertThat(shipments().countListed(stage)).isEqualTo(listed.size());
      seen.addAll(ids(listed));
    }
    assertThat(seen).containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(ids(shipments().listed(Stage.TO_SHIP, 0, 20, true))).containsExactly(3L, 2L);
    assertThat(ids(shipments().listed(Stage.CANCELLED, 0, 20, true))).containsExactly(6L, 5L);
    assertThat(ids(shipments().listed(Stage.CANCELLED, 0, 1, false))).containsExactly(5L);
    assertThat(ids(shipments().listed(Stage.TO_SHIP, 1, 1, true))).containsExactly(2L);
    assertThat(ids(shipments().listed(Stage.TO_SHIP, 2, 1, true))).isEmpty();
  }

  @Test
  void allAreReadPartByPartAfterAnId() {
    storeOneOfEach();

    assertThat(ids(shipments().after(0, 3))).containsExactly(1L, 2L, 3L);
    assertThat(ids(shipments().after(3, 3))).containsExactly(4L, 5L, 6L);
    assertThat(ids(shipments().after(6, 3))).containsExactly(7L, 8L);
    assertThat(ids(shipments().after(Long.MAX_VALUE, 1000))).isEmpty();
  }

  /** Under the ids from 1 on, the one that concerns no dealer first. */
  private void storeOneOfEach() {
    long id = 1;
    for (var status : statuses()) {
      shipments().save(List.of(new Shipment(new OrderId(id++), status, 0)));
    }
  }

  private static List<Long> ids(List<Shipment> shipments) {
    return shipments.stream().map(shipment -> shipment.order().value()).toList();
  }
}
