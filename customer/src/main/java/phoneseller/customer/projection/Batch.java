package phoneseller.customer.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;

/** What a batch of events changes: each order once, each total once. */
final class Batch {

  static final int STRIPES = 12;

  private final List<Changed> changed;
  private final LongFunction<Integer> stripeOf;

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

  private Batch(List<Changed> changed, LongFunction<Integer> stripeOf) {
    this.changed = changed;
    this.stripeOf = stripeOf;
  }

  /** With the totals in the stripes of the partitions. */
  static Batch of(Map<Long, Stored> stored, Collection<Delivery<ShopEvent>> deliveries) {
    var stripes = new HashMap<Long, Integer>();
    deliveries.forEach(
        delivery -> stripes.put(delivery.event().order(), byPartition(delivery.partition())));
    return of(stored, deliveries.stream().map(Happening::of).toList(), stripes::get);
  }

  /**
   * @param stripeOf an order's totals
   */
  static Batch of(
      Map<Long, Stored> stored, List<Happening> happenings, LongFunction<Integer> stripeOf) {
    var heard = new TreeMap<Long, List<Happening>>();
    for (var happening : happenings) {
      heard.computeIfAbsent(happening.orderId(), _ -> new ArrayList<>()).add(happening);
    }
    var changed = new ArrayList<Changed>();
    heard.forEach((order, heardOfIt) -> {
      var before = stored.getOrDefault(order, new Stored(OrderHistory.unheardOf(order), 0));
      var after = before.history.with(heardOfIt);
      if (!after.equals(before.history)) {
        changed.add(new Changed(before.history, after, before.version));
      }
    });
    return new Batch(List.copyOf(changed), stripeOf);
  }

  /** By ascending order id. */
  List<Changed> changed() {
    return changed;
  }

  /** By how much the totals of the whole view move, by stripe. */
  Map<Integer, ViewTally> viewTallies() {
    var tallies = new TreeMap<Integer, ViewTally>();
    for (var change : changed) {
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
    for (var change : changed) {
      count(tallies, change.before, stripe(change), Tally::negated);
      count(tallies, change.after, stripe(change), UnaryOperator.identity());
    }
    tallies.values().removeIf(Tally.NOTHING::equals);
    return tallies;
  }

  private static void count(
      Map<CustomerStripe, Tally> tallies,
      OrderHistory order,
      int stripe,
      UnaryOperator<Tally> sign) {
    String customer = order.customer();
    if (customer != null) {
      var moved = sign.apply(Tally.of(order));
      tallies.merge(new CustomerStripe(customer, stripe), moved, Tally::plus);
    }
  }

  /** The stripe of what comes from a partition, so that instances have different ones. */
  static int byPartition(int partition) {
    return Math.floorMod(partition, STRIPES);
  }

  private int stripe(Changed change) {
    return stripeOf.apply(change.after.orderId());
  }
}
