package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/** The customer earned these points for the order. Published by reward. */
public record RewardCompleted(
    String timestamp,
    long id,
    long orderId,
    long point,
    String process,
    @Nullable String customerId)
    implements ShopEvent {

  public RewardCompleted {
    Wire.check(timestamp, orderId);
  }

  @Override
  public long order() {
    return orderId;
  }
}
