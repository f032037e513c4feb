package phoneseller.store.domain;

/** Where a dealer looks for a shipment. */
public enum Stage {
  /** Paid, and still here. */
  TO_SHIP,
  SHIPPED,
  /** It never leaves. */
  CANCELLED,
  /** On its way back, for a dealer to take. */
  RETURNING,
  RETURNED
}
