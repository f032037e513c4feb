package phoneseller.app.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderEvents;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Whose;
import phoneseller.messaging.GroupCommit;

/** Accepts a customer's cancel at once; pay, store and reward undo what they did by its event. */
@Service
public class CancelOrder {

  private final Orders orders;
  private final OrderEvents events;

  CancelOrder(Orders orders, OrderEvents events) {
    this.orders = orders;
    this.events = events;
  }

  /**
   * The order as it stands then; empty where there is none for whoever asks.
   *
   * @throws phoneseller.app.domain.IllegalTransition when there is nothing to cancel any more
   */
  @Transactional(label = GroupCommit.LABEL)
  public Optional<Order> cancel(Whose whose, OrderId id, Instant now) {
    return orders
        .find(id)
        .filter(whose::includes)
        .map(order -> {
          var change = order.cancel();
          if (change.changed()) {
            orders.save(List.of(change.order()));
            events.publish(change.events(), now);
          }
          return change.order();
        });
  }
}
