package phoneseller.app.domain;

/** Where an order stands. */
public sealed interface OrderStatus {

  /** Placed; whether it is paid is not known yet. */
  record AwaitingPayment() implements OrderStatus {}

  /** Paid, on its way through the store. */
  record Paid() implements OrderStatus {}

  /** Has left the store. */
  record Shipped() implements OrderStatus {}

  /** Cancelled by the customer; its payment is being undone. */
  record Cancelled() implements OrderStatus {}

  /** Undone: refunded, or never charged. */
  record PaymentCancelled() implements OrderStatus {}

  /** Declined: nothing was charged. */
  record PaymentFailed() implements OrderStatus {}
}
