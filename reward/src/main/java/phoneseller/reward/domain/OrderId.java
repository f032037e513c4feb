package phoneseller.reward.domain;

/** The order that points belong to. */
public record OrderId(long value) implements Comparable<OrderId> {

  public OrderId {
    if (value < 1) {
      throw new Invalid("orderId", "is below 1");
    }
  }

  @Override
  public int compareTo(OrderId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
