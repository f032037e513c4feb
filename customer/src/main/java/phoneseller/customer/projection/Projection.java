package phoneseller.customer.projection;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.Ordered;
import phoneseller.contracts.PayCancelled;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.PayFailed;
import phoneseller.contracts.RewardCancelled;
import phoneseller.contracts.RewardCompleted;
import phoneseller.contracts.Shipped;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.projection.Batch.Changed;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.ReadToken;
import phoneseller.customer.view.TableSet;
import phoneseller.customer.view.WatchedOrders;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import phoneseller.messaging.Position;

/** Brings a batch of events into the tables: loads what they touch, folds, writes what changed. */
@Component
class Projection implements EventHandler<ShopEvent> {

  private final ActiveSet sets;
  private final ViewPositions positions;
  private final HistoryTables histories;
  private final ViewTables views;
  private final WatchedOrders watched;

  Projection(
      ActiveSet sets,
      ViewPositions positions,
      HistoryTables histories,
      ViewTables views,
      WatchedOrders watched) {
    this.sets = sets;
    this.positions = positions;
    this.histories = histories;
    this.views = views;
    this.watched = watched;
  }

  @Override
  public Set<Class<? extends ShopEvent>> types() {
    return Set.of(
        Ordered.class,
        OrderCancelled.class,
        PayCompleted.class,
        PayCancelled.class,
        PayFailed.class,
        Shipped.class,
        RewardCompleted.class,
        RewardCancelled.class);
  }

  @Override
  public void handle(List<Delivery<ShopEvent>> deliveries) {
    handle(deliveries, List.of());
  }

  /** The position first: whoever is late for a swap finds out before anything is written. */
  @Override
  public void handle(List<Delivery<ShopEvent>> deliveries, List<Position> reached) {
    var set = sets.current();
    positions.advanceActive(set, reached);
    var orders = new TreeSet<Long>();
    deliveries.forEach(delivery -> orders.add(delivery.event().order()));
    save(set, Batch.of(histories.load(set, orders), deliveries));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            watched.committed(deliveries.stream().map(Projection::step).toList());
          }
        });
  }

  /** Into a set that is not the view yet; returns what has been added to it. */
  RowCounts apply(TableSet set, List<Happening> happenings, int stripe) {
    var orders = happenings.stream().map(Happening::orderId).collect(toCollection(TreeSet::new));
    return save(set, Batch.of(histories.load(set, orders), happenings, _ -> stripe));
  }

  /** The same for orders that the set has nothing of yet. */
  RowCounts applyFirst(TableSet set, List<Happening> happenings, int stripe) {
    return save(set, Batch.of(Map.of(), happenings, _ -> stripe));
  }

  private RowCounts save(TableSet set, Batch batch) {
    var changed = batch.changed();
    if (changed.isEmpty()) {
      return RowCounts.NONE;
    }
    views.saveRows(set, changed);
    int steps = histories.save(set, changed);
    int entries = views.savePoints(set, changed);
    views.addToCustomers(set, batch.tallies());
    views.addToView(set, batch.viewTallies());
    return new RowCounts(changed.stream().filter(Changed::isNew).count(), steps, entries);
  }

  private static ReadToken step(Delivery<ShopEvent> delivery) {
    var happening = Happening.of(delivery);
    return new ReadToken(happening.orderId(), happening.step());
  }
}
