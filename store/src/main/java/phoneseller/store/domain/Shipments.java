package phoneseller.store.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All shipments. Writing is part of the caller's transaction. */
public interface Shipments {

  /** Those of these orders that are known, by order. */
  Map<OrderId, Shipment> findAll(Collection<OrderId> orders);

  Optional<Shipment> find(OrderId order);

  /**
   * Stores changed shipments, each order's at most once.
   *
   * @throws RuntimeException when one has been changed since it was read; the work is to be
   *     repeated
   */
  void save(Collection<Shipment> shipments);

  /** Some of the shipments that concern a dealer, by order: of one stage, or of all. */
  List<Shipment> listed(@Nullable Stage stage, long offset, int limit, boolean descending);

  /** The next shipments of orders with a higher id, by order, whomever they concern. */
  List<Shipment> after(long order, int most);

  /** How many shipments concern a dealer, in one stage or in all. */
  long countListed(@Nullable Stage stage);
}
