package phoneseller.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an order. On the wire it is flat JSON whose first field {@code
 * eventType} is the simple name of the record; the record key is the order's id.
 */
public sealed interface ShopEvent
    permits Ordered,
        OrderCancelled,
        PayCompleted,
        PayCancelled,
        PayFailed,
        Shipped,
        RewardCompleted,
        RewardCancelled {

  /** When it happened, in UTC as {@code yyyyMMddHHmmss}; {@code ce_time} has the exact instant. */
  String timestamp();

  /** The id of the publisher's own row. */
  long id();

  /** The id of the order that it happened to. */
  long order();

  /** Whose order it is; null in events of publishers that know no customers. */
  @Nullable String customerId();
}
