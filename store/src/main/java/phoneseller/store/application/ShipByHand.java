package phoneseller.store.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.store.domain.IllegalTransition;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.ShipmentEvents;
import phoneseller.store.domain.Shipments;

/** A dealer hands the parcel over; whoever says so again is told that it has left. */
@Service
public class ShipByHand {

  private final Shipments shipments;
  private final ShipmentEvents events;

  ShipByHand(Shipments shipments, ShipmentEvents events) {
    this.shipments = shipments;
    this.events = events;
  }

  /**
   * Ships what is ready; the events go out with the same commit.
   *
   * @return the shipment as it is now; empty when no dealer has one of this order
   * @throws IllegalTransition when it cannot leave the store
   */
  @Transactional
  public Optional<Shipment> ship(OrderId order, Instant now) {
    return shipments
        .find(order)
        .filter(Shipment::concernsDealer)
        .map(shipment -> {
          var change = shipment.shipByHand();
          if (change.changed()) {
            shipments.save(List.of(change.shipment()));
            events.publish(change.events(), now);
          }
          return change.shipment();
        });
  }
}
