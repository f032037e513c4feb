package phoneseller.app.adapter.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.Purchase;

/** An order as it is asked for; numbers may come as strings. */
record PlaceOrderRequest(
    @Schema(maxLength = 200, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String item,
    @Schema(minimum = "1", maximum = "100", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable Integer qty,
    @Schema(minimum = "0", description = "whole won, for the whole order; absent: it costs nothing")
        @Nullable Long price,
    @Schema(maxLength = 64, description = "absent: guest") @Nullable String customerId) {

  Purchase purchase() {
    return Purchase.of(customerId, item, qty, price);
  }
}
