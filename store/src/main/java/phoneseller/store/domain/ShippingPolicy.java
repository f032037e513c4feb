package phoneseller.store.domain;

/** When a shipment that is ready leaves the store. */
public enum ShippingPolicy {
  /** At once. */
  AUTOMATIC,
  /** When a dealer says so. */
  BY_HAND
}
