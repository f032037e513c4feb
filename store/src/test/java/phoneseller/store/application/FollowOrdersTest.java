package phoneseller.store.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import phoneseller.store.domain.IllegalTransition;
import phoneseller.store.domain.InMemoryShipments;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.ParcelShipped;
import phoneseller.store.domain.ShipmentMessage;
import phoneseller.store.domain.ShipmentStatus;
import phoneseller.store.domain.ShipmentStatus.Cancelled;
import phoneseller.store.domain.ShipmentStatus.Returned;
import phoneseller.store.domain.ShipmentStatus.Returning;
import phoneseller.store.domain.ShippingPolicy;
import phoneseller.store.domain.Stories;

class FollowOrdersTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:03:50Z");
  private static final OrderId ORDER = new OrderId(2);
  private static final Parcel PARCEL = new Parcel("GX Note99", "customer-1");
  private static final ShipmentMessage ORDERED = new ShipmentMessage.Ordered(ORDER, PARCEL);
  private static final ShipmentMessage PAID = new ShipmentMessage.Paid(ORDER);
  private static final ShipmentMessage CANCELLED = new ShipmentMessage.Cancelled(ORDER, PARCEL);

  /** A store with nothing in it yet. */
  private static final class Store {
    final InMemoryShipments shipments = new InMemoryShipments();
    final List<ParcelShipped> published = new ArrayList<>();
    final FollowOrders followOrders;
    final ShipByHand shipByHand;
    final TakeBack takeBack = new TakeBack(shipments);

    Store(ShippingPolicy policy) {
      followOrders = new FollowOrders(shipments, (events, _) -> published.addAll(events), policy);
      shipByHand = new ShipByHand(shipments, (events, _) -> published.addAll(events));
    }

    void hears(ShipmentMessage... messages) {
      followOrders.follow(List.of(messages), NOW);
    }

    @Nullable ShipmentStatus status() {
      return shipments.find(ORDER).map(shipment -> shipment.status()).orElse(null);
    }
  }

  @Test
  void aCancelThatOvertakesEverythingKeepsTheOrderFromShipping() {
    var store = new Store(ShippingPolicy.AUTOMATIC);

    store.hears(CANCELLED);
    store.hears(ORDERED, PAID);

    assertThat(store.status()).isEqualTo(new Cancelled(PARCEL));
    assertThat(store.published).isEmpty();
  }

  @Test
  void anOrderCancelledAfterItLeftComesBack() {
    var store = new Store(ShippingPolicy.AUTOMATIC);

    store.hears(ORDERED);
    store.hears(PAID);
    store.hears(CANCELLED);

    assertThat(store.status()).isEqualTo(new Returning(PARCEL));
    assertThat(store.published).containsExactly(new ParcelShipped(ORDER, PARCEL));
  }

  @Test
  void aDealerShipsOnceHoweverOftenTheySaySo() {
    var store = new Store(ShippingPolicy.BY_HAND);
    store.hears(ORDERED, PAID);

    assertThat(store.shipByHand.ship(ORDER, NOW)).isPresent();
    assertThat(store.shipByHand.ship(ORDER, NOW)).isPresent();

    assertThat(store.published).containsExactly(new ParcelShipped(ORDER, PARCEL));
  }

  @Test
  void aDealerTakesAReturnBackOnceAndNothingElseIsTold() {
    var store = new Store(ShippingPolicy.AUTOMATIC);
    store.hears(ORDERED, PAID);
    assertThatThrownBy(() -> store.takeBack.take(ORDER)).isInstanceOf(IllegalTransition.class);
    store.hears(CANCELLED);

    var first = store.takeBack.take(ORDER).orElseThrow();
    var again = store.takeBack.take(ORDER).orElseThrow();
    store.hears(ORDERED, PAID, CANCELLED);

    assertThat(first.status()).isEqualTo(new Returned(PARCEL));
    assertThat(again.status()).isEqualTo(new Returned(PARCEL));
    assertThat(store.status()).isEqualTo(new Returned(PARCEL));
    assertThat(store.published).containsExactly(new ParcelShipped(ORDER, PARCEL));
  }

  @Test
  void aDealerHasNoShipmentOfAnOrderThatIsNotPaid() {
    var store = new Store(ShippingPolicy.BY_HAND);
    store.hears(ORDERED);

    assertThat(store.shipByHand.ship(ORDER, NOW)).isEmpty();
    assertThat(store.shipByHand.ship(new OrderId(3), NOW)).isEmpty();
    assertThat(store.takeBack.take(ORDER)).isEmpty();
    assertThat(store.takeBack.take(new OrderId(3))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void manyAtOnceEndsAsOneByOne(ShippingPolicy policy) {
    Stories.upTo(5, List.of(ORDERED, PAID, CANCELLED))
        .forEach(story -> {
          var atOnce = new Store(policy);
          var oneByOne = new Store(policy);

          atOnce.hears(story.toArray(ShipmentMessage[]::new));
          story.forEach(oneByOne::hears);

          assertThat(atOnce.status()).as("%s", story).isEqualTo(oneByOne.status());
          assertThat(atOnce.published).as("%s", story).isEqualTo(oneByOne.published);
        });
  }

  @Test
  void theOrdersOfABatchHaveNothingToDoWithEachOther() {
    var store = new Store(ShippingPolicy.AUTOMATIC);
    var other = new OrderId(3);

    store.hears(ORDERED, new ShipmentMessage.Cancelled(other, null), PAID);
    store.hears(new ShipmentMessage.Ordered(other, PARCEL), new ShipmentMessage.Paid(other));

    assertThat(store.published).containsExactly(new ParcelShipped(ORDER, PARCEL));
  }
}
