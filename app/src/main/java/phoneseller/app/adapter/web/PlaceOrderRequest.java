package phoneseller.app.adapter.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.Purchase;

/** An order as it is asked for; numbers may come as strings. */
record PlaceOrderRequest(
    @Schema(
            maxLength = 200,
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "a phone's name or stockKeepingName, a choice for each option appended or none;"
                    + " anything else where catalogue.strict is off")
        @Nullable String item,
    @Schema(minimum = "1", maximum = "100", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable Integer qty,
    @Schema(
            minimum = "0",
            description =
                "whole won, for the whole order. A phone of the catalogue costs what the catalogue"
                    + " says: absent, or the same. Anything else costs nothing when it is absent.")
        @Nullable Long price,
    @Schema(maxLength = 64, description = "absent: guest") @Nullable String customerId) {

  Purchase purchase() {
    return Purchase.of(customerId, item, qty, price);
  }
}
