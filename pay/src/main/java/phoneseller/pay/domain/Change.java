package phoneseller.pay.domain;

import java.util.List;

/** A payment after a decision, and what the decision made happen. */
public record Change(Payment payment, boolean changed, List<PaymentEvent> events) {

  public static Change none(Payment payment) {
    return new Change(payment, false, List.of());
  }

  static Change to(Payment payment, PaymentEvent... events) {
    return new Change(payment, true, List.of(events));
  }
}
