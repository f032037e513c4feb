package phoneseller.pay.domain;

/** The order's payment is known with another price. */
public final class OtherPrice extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final transient Payment payment;

  public OtherPrice(Payment payment) {
    super("The payment of order " + payment.order() + " has another price.");
    this.payment = payment;
  }

  public Payment payment() {
    return payment;
  }
}
