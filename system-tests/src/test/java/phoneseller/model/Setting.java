package phoneseller.model;

import phoneseller.store.domain.ShippingPolicy;

/**
 * What is true of the whole exploration.
 *
 * @param failures of any kind that may happen in one history
 * @param cancels by the customer
 * @param directCancels at pay
 */
record Setting(
    long price, Card card, ShippingPolicy policy, int failures, int cancels, int directCancels) {

  /** What the provider makes of it. */
  enum Card {
    GOOD,
    DECLINED,
    /** Charged, and never refunded. */
    NO_REFUND
  }

  long earned() {
    return price / 10;
  }
}
