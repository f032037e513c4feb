package phoneseller.store.domain;

import java.util.List;

/** A shipment after a decision, and what the decision made happen. */
public record Change(Shipment shipment, boolean changed, List<ParcelShipped> events) {

  static Change none(Shipment shipment) {
    return new Change(shipment, false, List.of());
  }

  static Change to(Shipment shipment, ParcelShipped... events) {
    return new Change(shipment, true, List.of(events));
  }
}
