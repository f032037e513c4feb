package phoneseller.store.application;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.Shipments;

/** A dealer takes a return back; nobody else waits for it, so no event tells of it. */
@Service
public class TakeBack {

  private final Shipments shipments;

  TakeBack(Shipments shipments) {
    this.shipments = shipments;
  }

  /**
   * Takes back what is on its way back; whoever says so again is told that it is here.
   *
   * @return the shipment as it is now; empty when no dealer has one of this order
   * @throws phoneseller.store.domain.IllegalTransition when it is not on its way back
   */
  @Transactional
  public Optional<Shipment> take(OrderId order) {
    return shipments
        .find(order)
        .filter(Shipment::concernsDealer)
        .map(shipment -> {
          var change = shipment.takeBack();
          if (change.changed()) {
            shipments.save(List.of(change.shipment()));
          }
          return change.shipment();
        });
  }
}
