package phoneseller.store.domain;

/** The order's parcel has left the store. */
public record ParcelShipped(OrderId order, Parcel parcel) {}
