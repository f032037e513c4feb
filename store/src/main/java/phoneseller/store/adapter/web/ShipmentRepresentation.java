package phoneseller.store.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Link;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.ShipmentStatus.AwaitingOrder;
import phoneseller.store.domain.ShipmentStatus.AwaitingPayment;
import phoneseller.store.domain.ShipmentStatus.Cancelled;
import phoneseller.store.domain.ShipmentStatus.Ready;
import phoneseller.store.domain.ShipmentStatus.Returned;
import phoneseller.store.domain.ShipmentStatus.Returning;
import phoneseller.store.domain.ShipmentStatus.Shipped;
import phoneseller.store.domain.ShipmentStatus.Unheard;

/** A shipment on the wire; the id is that of its order, and no address is known to the shop. */
record ShipmentRepresentation(
    long id,
    long orderId,
    @Nullable String address,
    @Nullable String item,
    String process,
    @Nullable String customerId,
    @JsonProperty("_links") Map<String, Link> links) {

  static ShipmentRepresentation of(Shipment shipment) {
    long id = shipment.order().value();
    var self = Link.to("/storeManages/" + id);
    var links = new LinkedHashMap<String, Link>();
    links.put("self", self);
    links.put("storeManage", self);
    return new ShipmentRepresentation(
        id,
        id,
        null,
        shipment.parcel().map(Parcel::item).orElse(null),
        process(shipment),
        shipment.parcel().map(Parcel::customerId).orElse(null),
        links);
  }

  /** The word of the wire: what waits for the dealer, for whichever reason, has been paid. */
  static String process(Shipment shipment) {
    return switch (shipment.status()) {
      case Unheard _, AwaitingPayment _ -> "Ordered";
      case AwaitingOrder _, Ready _ -> "Payed";
      case Shipped _ -> "Shipped";
      case Cancelled _ -> "Cancelled";
      case Returning _ -> "Returning";
      case Returned _ -> "Returned";
    };
  }

  /** What a dealer may make of it, in the word of the wire. */
  static List<String> allowed(Shipment shipment) {
    return switch (shipment.status()) {
      case Ready _ -> List.of("Shipped");
      case Returning _ -> List.of("Returned");
      case Unheard _, AwaitingPayment _, AwaitingOrder _, Shipped _, Cancelled _, Returned _ ->
          List.of();
    };
  }
}
