package phoneseller.pay.domain;

/** Where a payment stands, with exactly the facts known by then. */
public sealed interface PaymentStatus {

  /** Asked for; what the provider made of it is not known yet. */
  record Requested(Charge charge) implements PaymentStatus {}

  record Paid(Charge charge) implements PaymentStatus {}

  record Declined(Charge charge, String reason) implements PaymentStatus {}

  /**
   * Being undone.
   *
   * @param paid whether it was known to be paid before
   */
  record Cancelling(Charge charge, boolean paid, Origin origin, Step step)
      implements PaymentStatus {}

  /** Undone: the customer has the money, or was never charged, and has no points for it. */
  record Cancelled(Charge charge) implements PaymentStatus {}

  /** The order was cancelled before its payment was asked for; the provider never hears of it. */
  record NeverRequested() implements PaymentStatus {}

  /** The provider refuses the refund for good: the payment stands, an operator has been told. */
  record RefundRefused(Charge charge, String reason) implements PaymentStatus {}

  /** Who wants the payment cancelled. */
  enum Origin {
    /** The cancelled order: the cancel is carried through, however long it takes. */
    ORDER,
    /** Somebody at the payment itself: the cancel may be refused as long as nothing is done. */
    DIRECT
  }

  /** What a cancel has to do next. */
  sealed interface Step {

    record TakePointsBack() implements Step {}

    record Refund() implements Step {}

    /** The refund was refused for good; points are never taken back again after this. */
    record GivePointsBack(String reason) implements Step {}
  }
}
