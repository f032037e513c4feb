package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/** An order has been placed; its payment is not known yet. Published by app, prices in won. */
public record Ordered(
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

  public Ordered {
    Wire.check(timestamp, id);
  }

  @Override
  public long order() {
    return id;
  }
}
