package phoneseller.app.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All orders. Writing is part of the caller's transaction. */
public interface Orders {

  enum SortBy {
    ID,
    ITEM,
    QUANTITY,
    PRICE,
    STATUS
  }

  /** A part of the orders; those that sort alike are in the order of their ids. */
  record Slice(SortBy by, boolean descending, long offset, int size) {}

  /** Stores a new order under the next id. */
  Order place(Purchase purchase, Instant now, Instant askAgainAt);

  Optional<Order> find(OrderId id);

  Map<OrderId, Order> findAll(Collection<OrderId> ids);

  List<Order> page(Whose whose, Slice slice);

  /** The next orders with a higher id, by id. */
  List<Order> after(Whose whose, long id, int most);

  long count(Whose whose);

  /**
   * Stores changed orders.
   *
   * @throws RuntimeException when one has been changed since it was read; the work is to be
   *     repeated
   */
  void save(Collection<Order> changed);
}
