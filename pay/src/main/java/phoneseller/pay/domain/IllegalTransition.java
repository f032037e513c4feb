package phoneseller.pay.domain;

/** The payment's state does not allow what was asked. */
public final class IllegalTransition extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final transient Payment payment;

  IllegalTransition(Payment payment, String action) {
    super("The payment of order " + payment.order() + " cannot " + action + ".");
    this.payment = payment;
  }

  public Payment payment() {
    return payment;
  }
}
