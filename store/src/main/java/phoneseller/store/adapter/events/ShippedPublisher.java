package phoneseller.store.adapter.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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
  private final Counter shipped;

  ShippedPublisher(Outbox outbox, MeterRegistry meters) {
    this.outbox = outbox;
    this.shipped =
        Counter.builder("store.shipped")
            .description("Parcels that have left the store")
            .register(meters);
  }

  @Override
  public void publish(List<ParcelShipped> events, Instant at) {
    events.forEach(event -> outbox.append(event.order().toString(), onTheWire(event, at), at));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            shipped.increment(events.size());
          }
        });
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
