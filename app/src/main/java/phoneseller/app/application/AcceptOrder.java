package phoneseller.app.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderEvent.OrderPlaced;
import phoneseller.app.domain.OrderEvents;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Purchase;
import phoneseller.messaging.GroupCommit;

/**
 * Stores an order at its price, the key of its request and the event that tells of it: all of them
 * or none.
 */
@Service
public class AcceptOrder {

  /** When a payment that nobody has answered for is asked for again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Orders orders;
  private final OrderEvents events;
  private final IdempotencyKeys keys;
  private final PricePurchase price;

  AcceptOrder(Orders orders, OrderEvents events, IdempotencyKeys keys, PricePurchase price) {
    this.orders = orders;
    this.events = events;
    this.keys = keys;
    this.price = price;
  }

  /**
   * The order that what was asked for has become.
   *
   * @throws phoneseller.app.domain.Invalid when it is not sold, or not at the price that was named
   * @throws IdempotencyKeys.KeyTaken when another request has the key
   */
  @Transactional(label = GroupCommit.LABEL)
  public Order accept(Purchase asked, @Nullable String key, Instant now) {
    var order = orders.place(price.price(asked), now, now.plus(PATIENCE));
    if (key != null) {
      keys.claim(asked, key, order.id(), now);
    }
    events.publish(List.of(new OrderPlaced(order)), now);
    return order;
  }
}
