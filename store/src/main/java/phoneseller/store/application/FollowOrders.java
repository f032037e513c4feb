package phoneseller.store.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.ParcelShipped;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.ShipmentEvents;
import phoneseller.store.domain.ShipmentMessage;
import phoneseller.store.domain.Shipments;
import phoneseller.store.domain.ShippingPolicy;

/** Tells the shipments what has happened to their orders, many at a time. */
@Service
public class FollowOrders {

  private final Shipments shipments;
  private final ShipmentEvents events;
  private final ShippingPolicy policy;

  FollowOrders(Shipments shipments, ShipmentEvents events, ShippingPolicy policy) {
    this.shipments = shipments;
    this.events = events;
    this.policy = policy;
  }

  @Transactional
  public void follow(List<? extends ShipmentMessage> messages, Instant now) {
    var known =
        shipments.findAll(messages.stream().map(ShipmentMessage::order).distinct().toList());
    var changed = new LinkedHashMap<OrderId, Shipment>();
    var happened = new ArrayList<ParcelShipped>();
    for (var message : messages) {
      var order = message.order();
      var before = changed.getOrDefault(order, known.getOrDefault(order, Shipment.unheard(order)));
      var change = before.hear(message, policy);
      if (change.changed()) {
        changed.put(order, change.shipment());
        happened.addAll(change.events());
      }
    }
    shipments.save(changed.values());
    events.publish(happened, now);
  }
}
