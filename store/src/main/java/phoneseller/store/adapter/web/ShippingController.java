package phoneseller.store.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.store.domain.ShippingPolicy;

/** Tells a dealer's desk whether there is anything to ship by hand. */
@RestController
@RequestMapping("/storeManages/shipping")
class ShippingController {

  private final ShippingPolicy policy;

  ShippingController(ShippingPolicy policy) {
    this.policy = policy;
  }

  /** How parcels leave this shop. */
  record Shipping(@Schema(allowableValues = {"automatic", "by-hand"}) String shipping) {}

  @Operation(summary = "Whether paid orders ship by themselves or by a dealer's hand")
  @GetMapping(produces = {"application/hal+json", "application/json"})
  Shipping shipping() {
    return new Shipping(
        switch (policy) {
          case AUTOMATIC -> "automatic";
          case BY_HAND -> "by-hand";
        });
  }
}
