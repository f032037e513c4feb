package phoneseller.store.domain;

import org.jspecify.annotations.Nullable;

/** What the store hears of an order: any of these, in any order, any number of times. */
public sealed interface ShipmentMessage {

  OrderId order();

  /** The order is placed, and this is what to ship. */
  record Ordered(OrderId order, Parcel parcel) implements ShipmentMessage {}

  /** The order is paid. */
  record Paid(OrderId order) implements ShipmentMessage {}

  /** The order is cancelled; the parcel is what would have been shipped, where it is told. */
  record Cancelled(OrderId order, @Nullable Parcel parcel) implements ShipmentMessage {}
}
