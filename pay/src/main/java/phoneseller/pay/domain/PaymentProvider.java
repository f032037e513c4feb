package phoneseller.pay.domain;

/**
 * Whoever moves the money. Both calls may be repeated with the same key at any time, also at once
 * by several callers: a key is charged once and refunded once.
 */
public interface PaymentProvider {

  sealed interface Charging {

    record Approved() implements Charging {}

    record Declined(String reason) implements Charging {}

    /** The charge may have happened, may happen still, or never; asking again tells. */
    record NoAnswer() implements Charging {}
  }

  sealed interface Refunding {

    record Refunded() implements Refunding {}

    /** Asking again would not help. */
    record RefusedForGood(String reason) implements Refunding {}

    record NoAnswer() implements Refunding {}
  }

  Charging charge(OrderId order, Charge charge);

  /**
   * Undoes the charge of this key, whatever is known of it: what was charged is paid back, and what
   * was not, or not yet, is void and never charged afterwards.
   */
  Refunding refund(Charge charge);
}
