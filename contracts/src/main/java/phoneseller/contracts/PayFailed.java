package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/** The payment was declined for good; nothing was charged. Published by pay. */
public record PayFailed(
    String timestamp,
    long id,
    long orderId,
    long price,
    String process,
    @Nullable String customerId)
    implements ShopEvent {

  public PayFailed {
    Wire.check(timestamp, orderId);
  }

  @Override
  public long order() {
    return orderId;
  }
}
