package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/** The payment is undone and its points are taken back; price is 0. Published by pay. */
public record PayCancelled(
    String timestamp,
    long id,
    long orderId,
    long price,
    String process,
    @Nullable String customerId)
    implements ShopEvent {

  public PayCancelled {
    Wire.check(timestamp, orderId);
  }

  @Override
  public long order() {
    return orderId;
  }
}
