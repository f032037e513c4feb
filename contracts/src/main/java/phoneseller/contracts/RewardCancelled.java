package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/** The points of the order are taken back: zero or less. Published by reward. */
public record RewardCancelled(
    String timestamp,
    long id,
    long orderId,
    long point,
    String process,
    @Nullable String customerId)
    implements ShopEvent {

  public RewardCancelled {
    Wire.check(timestamp, orderId);
  }

  @Override
  public long order() {
    return orderId;
  }
}
