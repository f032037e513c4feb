package phoneseller.pay.domain;

/** Counts from 1; every service knows the order by it, and the order's payment too. */
public record OrderId(long value) {

  public OrderId {
    if (value < 1) {
      throw new Invalid("orderId", "is below 1");
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
