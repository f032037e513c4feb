package phoneseller.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import phoneseller.app.domain.CustomerId;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderEvent;
import phoneseller.app.domain.OrderEvents;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Payments;
import phoneseller.app.domain.Purchase;
import phoneseller.app.domain.UnpaidOrders;
import phoneseller.app.domain.Whose;

/** The APP's ports in memory: for its processes, and as the first to keep the ports' contract. */
public final class InMemoryShop
    implements Orders, UnpaidOrders, OrderEvents, IdempotencyKeys, Payments {

  private final Map<Long, Order> rows = new TreeMap<>();
  private final Map<Long, Instant> askAt = new HashMap<>();
  private final Map<Long, Integer> asks = new HashMap<>();
  private final Map<String, Known> keys = new HashMap<>();
  public final List<OrderEvent> published = new ArrayList<>();
  public final Deque<Payments.Answer> answers = new ArrayDeque<>();
  public final List<OrderId> asked = new ArrayList<>();
  public @Nullable Duration refusal;
  public int admitted;
  public boolean reachable = true;
  public boolean databaseAway;
  public Runnable beforeAdmission = () -> {};

  @Override
  public Order place(Purchase purchase, Instant now, Instant askAgainAt) {
    var order = Order.placed(new OrderId(rows.size() + 1L), purchase);
    rows.put(order.id().value(), order);
    askAt.put(order.id().value(), askAgainAt);
    return order;
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return Optional.ofNullable(rows.get(id.value()));
  }

  @Override
  public Map<OrderId, Order> findAll(Collection<OrderId> ids) {
    return ids.stream()
        .flatMap(id -> find(id).stream())
        .collect(Collectors.toMap(Order::id, order -> order));
  }

  @Override
  public List<Order> page(Whose whose, Slice slice) {
    return rows.values().stream()
        .filter(whose::includes)
        .sorted((a, b) ->
            slice.descending()
                ? Long.compare(b.id().value(), a.id().value())
                : Long.compare(a.id().value(), b.id().value()))
        .skip(slice.offset())
        .limit(slice.size())
        .toList();
  }

  @Override
  public List<Order> after(Whose whose, long id, int most) {
    return rows.values().stream()
        .filter(whose::includes)
        .filter(order -> order.id().value() > id)
        .sorted((a, b) -> Long.compare(a.id().value(), b.id().value()))
        .limit(most)
        .toList();
  }

  @Override
  public long count(Whose whose) {
    return rows.values().stream().filter(whose::includes).count();
  }

  @Override
  public void save(Collection<Order> changed) {
    if (databaseAway) {
      throw new TransientDataAccessResourceException("the database is away");
    }
    for (var order : changed) {
      if (Objects.requireNonNull(rows.get(order.id().value())).version() != order.version()) {
        throw new OptimisticLockingFailureException("changed meanwhile");
      }
    }
    for (var order : changed) {
      rows.put(
          order.id().value(),
          new Order(
              order.id(), order.purchase(), order.status(), order.points(), order.version() + 1));
      if (!(order.status() instanceof AwaitingPayment)) {
        askAt.remove(order.id().value());
      }
    }
  }

  @Override
  public int take(Instant now, Duration longestPause, int most, Consumer<Order> ask) {
    var due =
        askAt.entrySet().stream()
            .filter(e -> !e.getValue().isAfter(now))
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .limit(most)
            .toList();
    for (long id : due) {
      int times = asks.merge(id, 1, Integer::sum) - 1;
      long pause = Math.min(longestPause.toSeconds(), 5L << Math.min(times, 10));
      askAt.put(id, now.plusSeconds(pause));
      ask.accept(Objects.requireNonNull(rows.get(id)));
    }
    return due.size();
  }

  @Override
  public void publish(Collection<OrderEvent> events, Instant at) {
    published.addAll(events);
  }

  @Override
  public Optional<Known> find(CustomerId customer, String key) {
    return Optional.ofNullable(keys.get(customer.value() + " " + key));
  }

  @Override
  public void claim(Purchase asked, String key, OrderId order, Instant now) {
    var known = new Known(order, null, now, asked.price() != null);
    if (keys.putIfAbsent(asked.customer().value() + " " + key, known) != null) {
      throw new KeyTaken();
    }
  }

  @Override
  public void answered(CustomerId customer, String key, IdempotencyKeys.Answer answer) {
    keys.computeIfPresent(
        customer.value() + " " + key,
        (_, known) -> new Known(known.order(), answer, known.createdAt(), known.priceNamed()));
  }

  @Override
  public void forgetBefore(Instant then) {
    keys.values().removeIf(known -> known.createdAt().isBefore(then));
  }

  @Override
  public Admission admission() {
    beforeAdmission.run();
    if (refusal != null) {
      return new Admission.Refused(refusal);
    }
    admitted++;
    return new Admission.Granted();
  }

  @Override
  public boolean isReachable() {
    return reachable;
  }

  @Override
  public void giveBackAdmission() {
    admitted--;
  }

  @Override
  public Payments.Answer request(Order order) {
    asked.add(order.id());
    return answers.isEmpty() ? Payments.Answer.MADE : answers.removeFirst();
  }
}
