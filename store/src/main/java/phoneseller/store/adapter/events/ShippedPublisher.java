package phoneseller.store.adapter.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import phoneseller.contracts.Shipped;
import phoneseller.messaging.Outbox;
import phoneseller.store.domain.ParcelShipped;
import phoneseller.store.domain.ShipmentEvents;

/** Leaves the store's one event in the outbox; no address is stored, and so none is sent. */
@Component
class ShippedPublisher implements ShipmentEvents {

  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Outbox outbox;

  ShippedPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void publish(List<ParcelShipped> events, Instant at) {
    events.forEach(event -> outbox.append(event.order().toString(), onTheWire(event, at), at));
  }

  private static Shipped onTheWire(ParcelShipped event, Instant at) {
    return new Shipped(
        WIRE.format(at),
        event.order().value(),
        event.order().value(),
        null,
        event.parcel().item(),
        "Shipped",
        event.parcel().customerId());
  }
}
