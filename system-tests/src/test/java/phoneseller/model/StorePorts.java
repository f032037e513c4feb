package phoneseller.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.ParcelShipped;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.ShipmentEvents;
import phoneseller.store.domain.Shipments;
import phoneseller.store.domain.Stage;

/** The store's database and outbox, for one shipment. */
final class StorePorts implements Shipments, ShipmentEvents {

  static final OrderId ORDER = new OrderId(1);

  private final Session session;

  StorePorts(Session session) {
    this.session = session;
  }

  @Override
  public Map<OrderId, Shipment> findAll(Collection<OrderId> orders) {
    return find(ORDER).map(shipment -> Map.of(ORDER, shipment)).orElseGet(Map::of);
  }

  @Override
  public Optional<Shipment> find(OrderId order) {
    return session.touch(() -> Optional.ofNullable(session.world().shipment));
  }

  @Override
  public void save(Collection<Shipment> shipments) {
    for (var shipment : shipments) {
      Shipment _ = session.touch(() -> session.world().shipment = shipment);
    }
  }

  @Override
  public void publish(List<ParcelShipped> events, Instant at) {
    for (var _ : events) {
      boolean _ =
          session.touch(() -> {
            session.world().append(Service.STORE, Told.of(Told.Kind.SHIPPED));
            return true;
          });
    }
  }

  @Override
  public List<Shipment> listed(@Nullable Stage stage, long offset, int limit, boolean descending) {
    return List.of();
  }

  @Override
  public List<Shipment> after(long id, int limit) {
    return List.of();
  }

  @Override
  public long countListed(@Nullable Stage stage) {
    return 0;
  }
}
