package phoneseller.reward.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All entries, never changed and never removed. Appending is part of the caller's transaction. */
public interface Ledger {

  /** The last entry of each of these orders that has one. */
  Map<OrderId, Booked> lastOf(Collection<OrderId> orders);

  /**
   * Books entries, at most one an order.
   *
   * @throws RuntimeException when an order has taken that step already; the work is to be repeated
   */
  List<Booked> append(Collection<Entry> entries);

  Optional<Booked> find(long id);

  List<Booked> entriesOf(OrderId order);

  List<Booked> listed(long offset, int limit, boolean descending);

  /**
   * Entries of the next orders with a higher id, by order and step. The last order has all of its
   * entries, so there may be more than asked for.
   */
  List<Booked> after(long order, int most);

  long count();
}
