package phoneseller.store.domain;

import org.jspecify.annotations.Nullable;

/** How far a shipment is; each status carries what is known by then. */
public sealed interface ShipmentStatus {

  /** The store has heard nothing of the order; such a shipment is not kept. */
  record Unheard() implements ShipmentStatus {}

  /** Ordered, and not paid as far as the store knows. */
  record AwaitingPayment(Parcel parcel) implements ShipmentStatus {}

  /** Paid, and what has to be shipped is not known yet. */
  record AwaitingOrder() implements ShipmentStatus {}

  /** Ordered and paid, waiting for a dealer's hand. */
  record Ready(Parcel parcel) implements ShipmentStatus {}

  /** It has left the store. */
  record Shipped(Parcel parcel) implements ShipmentStatus {}

  /** It will never leave the store; a cancel may be the first that the store hears of an order. */
  record Cancelled(@Nullable Parcel parcel) implements ShipmentStatus {}

  /** It had left the store when its order was cancelled, and has to come back. */
  record Returning(Parcel parcel) implements ShipmentStatus {}

  /** It has come back, and a dealer has taken it. */
  record Returned(Parcel parcel) implements ShipmentStatus {}
}
