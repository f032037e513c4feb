package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/** The order is paid with this many won. Published by pay. */
public record PayCompleted(
    String timestamp,
    long id,
    long orderId,
    long price,
    String process,
    @Nullable String customerId)
    implements ShopEvent {

  public PayCompleted {
    Wire.check(timestamp, orderId);
  }

  @Override
  public long order() {
    return orderId;
  }
}
