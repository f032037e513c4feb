package phoneseller.app.domain;

/** What the other services tell of an order. */
public sealed interface OrderFact {

  record PaymentMade() implements OrderFact {}

  record PaymentDeclined() implements OrderFact {}

  /** The payment is undone and its points are taken back. */
  record PaymentUndone() implements OrderFact {}

  record LeftTheStore() implements OrderFact {}

  /**
   * The ledger now grants this many points for the order, none after a reclaim.
   *
   * @param entry of the ledger; the highest is the newest
   */
  record PointsChanged(long points, long entry) implements OrderFact {}
}
