package phoneseller.customer.projection;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.Ordered;
import phoneseller.contracts.PayCancelled;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.PayFailed;
import phoneseller.contracts.RewardCancelled;
import phoneseller.contracts.RewardCompleted;
import phoneseller.contracts.Shipped;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;

/** Brings a batch of events into the tables: loads what they touch, folds, writes what changed. */
@Component
class Projection implements EventHandler<ShopEvent> {

  private final HistoryTables histories;
  private final ViewTables views;

  Projection(HistoryTables histories, ViewTables views) {
    this.histories = histories;
    this.views = views;
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
    var orders = new TreeSet<Long>();
    deliveries.forEach(delivery -> orders.add(delivery.event().order()));
    var batch = Batch.of(histories.load(orders), deliveries);
    var changed = batch.changed();
    if (!changed.isEmpty()) {
      views.saveRows(changed);
      histories.save(changed);
      views.savePoints(changed);
      views.addToCustomers(batch.tallies());
      views.addToView(batch.newOrders());
    }
  }
}
