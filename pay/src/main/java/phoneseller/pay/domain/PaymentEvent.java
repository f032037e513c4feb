package phoneseller.pay.domain;

/** What has happened to a payment. */
public sealed interface PaymentEvent {

  /** The payment, as it is since. */
  Payment payment();

  record PaymentCompleted(Payment payment) implements PaymentEvent {}

  record PaymentDeclined(Payment payment) implements PaymentEvent {}

  record PaymentCancelled(Payment payment) implements PaymentEvent {}

  /** An operator has to settle this one with the provider. */
  record RefundWasRefused(Payment payment, String reason) implements PaymentEvent {}
}
