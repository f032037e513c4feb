package phoneseller.pay.adapter.web;

import org.jspecify.annotations.Nullable;
import phoneseller.http.CardNumber;
import phoneseller.pay.domain.CustomerId;
import phoneseller.pay.domain.Invalid;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Won;

/**
 * What a payment is asked for with.
 *
 * @param price in won; absent: 0
 * @param process absent or {@code Ordered}
 */
record PaymentRequest(
    @Nullable Long orderId,
    @Nullable Long price,
    @Nullable String process,
    @Nullable String customerId) {

  OrderId order() {
    if (orderId == null) {
      throw new Invalid("orderId", "is missing");
    }
    if (process != null && !process.equals("Ordered")) {
      throw new Invalid("process", "is not Ordered");
    }
    return new OrderId(orderId);
  }

  Won amount() {
    return price == null ? Won.NOTHING : new Won(price);
  }

  @Nullable CustomerId customer() {
    return customerId == null ? null : new CustomerId(CardNumber.refused("customerId", customerId));
  }
}
