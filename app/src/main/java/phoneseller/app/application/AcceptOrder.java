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

/** Stores an order, the key of its request and the event that tells of it: all of them or none. */
@Service
public class AcceptOrder {

  /** When a payment that nobody has answered for is asked for again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Orders orders;
  private final OrderEvents events;
  private final IdempotencyKeys keys;

  AcceptOrder(Orders orders, OrderEvents events, IdempotencyKeys keys) {
    this.orders = orders;
    this.events = events;
    this.keys = keys;
  }

  @Transactional
  public Order accept(Purchase purchase, @Nullable String key, Instant now) {
    var order = orders.place(purchase, now, now.plus(PATIENCE));
    if (key != null) {
      keys.claim(purchase.customer(), key, order.id(), now);
    }
    events.publish(List.of(new OrderPlaced(order)), now);
    return order;
  }
}
