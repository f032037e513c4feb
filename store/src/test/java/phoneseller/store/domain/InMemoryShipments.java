package phoneseller.store.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shipments without a database, for tests of the process. */
public final class InMemoryShipments implements Shipments {

  private final TreeMap<OrderId, Shipment> stored = new TreeMap<>();

  @Override
  public Map<OrderId, Shipment> findAll(Collection<OrderId> orders) {
    var found = new HashMap<>(stored);
    found.keySet().retainAll(orders);
    return found;
  }

  @Override
  public Optional<Shipment> find(OrderId order) {
    return Optional.ofNullable(stored.get(order));
  }

  @Override
  public void save(Collection<Shipment> shipments) {
    for (var shipment : shipments) {
      long version = find(shipment.order()).map(Shipment::version).orElse(0L);
      if (version != shipment.version()) {
        throw new IllegalStateException("changed by another writer");
      }
      stored.put(shipment.order(), new Shipment(shipment.order(), shipment.status(), version + 1));
    }
  }

  @Override
  public List<Shipment> listed(@Nullable Stage stage, long offset, int limit, boolean descending) {
    Comparator<Shipment> byOrder = Comparator.comparing(Shipment::order);
    return in(stage)
        .sorted(descending ? byOrder.reversed() : byOrder)
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Shipment> after(long order, int most) {
    return stored.values().stream()
        .filter(shipment -> shipment.order().value() > order)
        .limit(most)
        .toList();
  }

  @Override
  public long countListed(@Nullable Stage stage) {
    return in(stage).count();
  }

  private Stream<Shipment> in(@Nullable Stage stage) {
    return stored.values().stream()
        .filter(shipment ->
            stage == null
                ? shipment.concernsDealer()
                : shipment.stage().equals(Optional.of(stage)));
  }
}
