package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/** An order has been cancelled; its payment is still to be undone. Published by app. */
public record OrderCancelled(
    String timestamp,
    long id,
    String item,
    int qty,
    String status,
    @Nullable String store,
    @Nullable Long price,
    @Nullable Long point,
    @Nullable String customerId)
    implements ShopEvent {

  public OrderCancelled {
    Wire.check(timestamp, id);
  }

  @Override
  public long order() {
    return id;
  }
}
