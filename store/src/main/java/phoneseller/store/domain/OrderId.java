package phoneseller.store.domain;

/** The order that a shipment belongs to; it is the shipment's own id too. */
public record OrderId(long value) implements Comparable<OrderId> {

  public OrderId {
    if (value < 1) {
      throw new IllegalArgumentException("not an order id: " + value);
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
