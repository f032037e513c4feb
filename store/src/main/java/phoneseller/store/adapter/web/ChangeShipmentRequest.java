package phoneseller.store.adapter.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Unacceptable;

/** A dealer's word that the parcel has left, or that it is back; they can say nothing else. */
record ChangeShipmentRequest(
    @Schema(allowableValues = {"Shipped", "Returned"}) @Nullable String process) {

  /** What a dealer's hand does. */
  enum Hand {
    SHIPS,
    TAKES_BACK
  }

  Hand hand() {
    return switch (process) {
      case "Shipped" -> Hand.SHIPS;
      case "Returned" -> Hand.TAKES_BACK;
      case null, default -> throw new Unacceptable("process", "takes Shipped or Returned");
    };
  }
}
