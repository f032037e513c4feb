package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/** The order has left the store. Published by store. */
public record Shipped(
    String timestamp,
    long id,
    long orderId,
    @Nullable String address,
    @Nullable String item,
    String process,
    @Nullable String customerId)
    implements ShopEvent {

  public Shipped {
    Wire.check(timestamp, orderId);
  }

  @Override
  public long order() {
    return orderId;
  }
}
