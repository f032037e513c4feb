package phoneseller.app.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderEvent;
import phoneseller.app.domain.OrderEvents;
import phoneseller.app.domain.OrderFact;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.Orders;

/** Moves orders on by what the other services tell of them, many at a time. */
@Service
public class FollowOrders {

  /** One fact about one order. */
  public record News(OrderId order, OrderFact fact) {}

  private final Orders orders;
  private final OrderEvents events;

  FollowOrders(Orders orders, OrderEvents events) {
    this.orders = orders;
    this.events = events;
  }

  /** News of an order that this shop does not have is no concern of the APP. */
  @Transactional
  public void follow(List<News> news, Instant now) {
    var known = orders.findAll(news.stream().map(News::order).distinct().toList());
    var changed = new LinkedHashMap<OrderId, Order>();
    var happened = new ArrayList<OrderEvent>();
    for (var item : news) {
      var order = changed.getOrDefault(item.order(), known.get(item.order()));
      if (order == null) {
        continue;
      }
      var change = order.learn(item.fact());
      if (change.changed()) {
        changed.put(order.id(), change.order());
        happened.addAll(change.events());
      }
    }
    orders.save(changed.values());
    events.publish(happened, now);
  }
}
