package phoneseller.customer.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;

/** What a batch of events changes: each order once, each total once. */
final class Batch {

  static final int STRIPES = 12;

  private final Map<Long, Stored> stored;
  private final Map<Long, OrderHistory> now = new TreeMap<>();
  private final Map<Long, Integer> stripes = new TreeMap<>();

  /** An order as the tables have it; version 0 when they have not. */
  record Stored(OrderHistory history, int version) {}

  /** An order of which something new has been heard. */
  record Changed(OrderHistory before, OrderHistory after, int version) {

    List<Happening> news() {
      return after.happenings().stream()
          .filter(h -> before.happenings().stream().noneMatch(h::sameEventAs))
          .toList();
    }

    boolean isNew() {
      return version == 0;
    }
  }

  /** Totals are kept in stripes, so that instances do not wait for each other's. */
  record CustomerStripe(String customerId, int stripe) implements Comparable<CustomerStripe> {
    @Override
    public int compareTo(CustomerStripe other) {
      int byCustomer = customerId.compareTo(other.customerId);
      return byCustomer == 0 ? Integer.compare(stripe, other.stripe) : byCustomer;
    }
  }

  Batch(Map<Long, Stored> stored) {
    this.stored = stored;
  }

  static Batch of(Map<Long, Stored> stored, Collection<Delivery<ShopEvent>> deliveries) {
    var batch = new Batch(stored);
    deliveries.forEach(batch::add);
    return batch;
  }

  private void add(Delivery<ShopEvent> delivery) {
    var happening = Happening.of(delivery);
    long order = happening.orderId();
    now.put(order, now.getOrDefault(order, stored(order).history).with(happening));
    stripes.put(order, Math.floorMod(delivery.partition(), STRIPES));
  }

  /** By ascending order id. */
  List<Changed> changed() {
    var changed = new ArrayList<Changed>();
    for (var after : now.values()) {
      var before = stored(after.orderId());
      if (after.happenings().size() > before.history.happenings().size()) {
        changed.add(new Changed(before.history, after, before.version));
      }
    }
    return changed;
  }

  /** By how much the totals of the whole view move, by stripe. */
  Map<Integer, ViewTally> viewTallies() {
    var tallies = new TreeMap<Integer, ViewTally>();
    for (var change : changed()) {
      var before = change.isNew() ? ViewTally.NOTHING : ViewTally.of(change.before);
      var moved = ViewTally.of(change.after).plus(before.negated());
      tallies.merge(stripe(change), moved, ViewTally::plus);
    }
    tallies.values().removeIf(ViewTally.NOTHING::equals);
    return tallies;
  }

  /** By how much the customers' totals move; an order that changes hands moves two of them. */
  Map<CustomerStripe, Tally> tallies() {
    var tallies = new TreeMap<CustomerStripe, Tally>();
    for (var change : changed()) {
      count(tallies, change.before, stripe(change), Tally.of(change.before).negated());
      count(tallies, change.after, stripe(change), Tally.of(change.after));
    }
    tallies.values().removeIf(Tally.NOTHING::equals);
    return tallies;
  }

  private static void count(
      Map<CustomerStripe, Tally> tallies, OrderHistory order, int stripe, Tally tally) {
    String customer = order.row().customerId();
    if (customer != null) {
      tallies.merge(new CustomerStripe(customer, stripe), tally, Tally::plus);
    }
  }

  private int stripe(Changed change) {
    return stripes.getOrDefault(change.after.orderId(), 0);
  }

  private Stored stored(long order) {
    return stored.computeIfAbsent(order, id -> new Stored(OrderHistory.unheardOf(id), 0));
  }
}
