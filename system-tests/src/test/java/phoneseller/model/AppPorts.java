package phoneseller.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import phoneseller.app.domain.Catalogue;
import phoneseller.app.domain.CustomerId;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderEvent;
import phoneseller.app.domain.OrderEvent.OrderPlaced;
import phoneseller.app.domain.OrderEvent.OrderWasCancelled;
import phoneseller.app.domain.OrderEvents;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Payments;
import phoneseller.app.domain.Phone;
import phoneseller.app.domain.PhoneId;
import phoneseller.app.domain.Purchase;
import phoneseller.app.domain.UnpaidOrders;
import phoneseller.app.domain.Whose;

/** App's database, outbox and way to pay, for one order of what is in no catalogue. */
final class AppPorts
    implements Orders, UnpaidOrders, OrderEvents, Payments, IdempotencyKeys, Catalogue {

  static final OrderId ORDER = new OrderId(1);

  private final Session session;

  AppPorts(Session session) {
    this.session = session;
  }

  @Override
  public Order place(Purchase purchase, Instant now, Instant askAgainAt) {
    return session.touch(() -> {
      var order = Order.placed(ORDER, purchase);
      if (session.world().order != null) {
        throw new AssertionError("a second order");
      }
      session.world().order = order;
      return order;
    });
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return session.touch(() -> Optional.ofNullable(session.world().order));
  }

  @Override
  public Map<OrderId, Order> findAll(Collection<OrderId> ids) {
    return session.touch(() -> {
      var found = new HashMap<OrderId, Order>();
      var order = session.world().order;
      if (order != null) {
        found.put(order.id(), order);
      }
      return found;
    });
  }

  @Override
  public void save(Collection<Order> changed) {
    if (!changed.isEmpty()) {
      Order _ = session.touch(() -> session.world().order = changed.iterator().next());
    }
  }

  @Override
  public int take(Instant now, Duration longestPause, int most, Consumer<Order> ask) {
    find(ORDER).ifPresent(ask);
    return 1;
  }

  @Override
  public void publish(Collection<OrderEvent> events, Instant at) {
    for (var event : events) {
      var told =
          switch (event) {
            case OrderPlaced _ -> Told.of(Told.Kind.ORDERED);
            case OrderWasCancelled _ -> Told.of(Told.Kind.ORDER_CANCELLED);
          };
      boolean _ =
          session.touch(() -> {
            session.world().append(Service.APP, told);
            return true;
          });
    }
  }

  @Override
  public Payments.Admission admission() {
    return new Payments.Admission.Granted();
  }

  @Override
  public void giveBackAdmission() {}

  @Override
  public boolean isReachable() {
    return true;
  }

  @Override
  public Payments.Answer request(Order order) {
    return session.call(Payments.Answer.class, Run.Kind.ASK_PAY, null);
  }

  @Override
  public Optional<Known> find(CustomerId customer, String key) {
    return Optional.empty();
  }

  @Override
  public void claim(Purchase asked, String key, OrderId order, Instant now) {}

  @Override
  public void answered(CustomerId customer, String key, IdempotencyKeys.Answer answer) {}

  @Override
  public void forgetBefore(Instant then) {}

  @Override
  public List<Order> page(Whose whose, Slice slice) {
    return List.of();
  }

  @Override
  public List<Order> after(Whose whose, long id, int limit) {
    return List.of();
  }

  @Override
  public long count(Whose whose) {
    return 0;
  }

  @Override
  public Optional<Phone> named(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<Phone> find(PhoneId id) {
    return Optional.empty();
  }

  @Override
  public List<Phone> page(long offset, int size) {
    return List.of();
  }

  @Override
  public long count() {
    return 0;
  }
}
