package phoneseller.app.adapter.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.Purchase;
import phoneseller.http.CardNumber;
import phoneseller.http.Unacceptable;
import phoneseller.identity.Caller;

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
    @Schema(maxLength = 64, description = "decided by the token, if there is one; absent: guest")
        @Nullable String customerId) {

  Purchase purchase(Caller caller) {
    return Purchase.of(
        withoutCard("customerId", customer(caller.owner())), withoutCard("item", item), qty, price);
  }

  private static @Nullable String withoutCard(String field, @Nullable String text) {
    return text == null ? null : CardNumber.refused(field, text);
  }

  /** Whoever has signed in orders for themselves. */
  private @Nullable String customer(Optional<String> owner) {
    if (owner.isPresent() && customerId != null && !customerId.equals(owner.get())) {
      throw new Unacceptable("customerId", "is another one than the token names");
    }
    return owner.orElse(customerId);
  }
}
