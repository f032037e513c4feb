package phoneseller.app.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import phoneseller.app.domain.EarnedPoints;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Purchase;
import phoneseller.app.domain.Whose;
import phoneseller.http.Correlation;
import phoneseller.messaging.PerTransaction;

@Repository
class JdbcOrders implements Orders {

  private static final String INSERT =
      """
      insert into orders (customer_id, item, qty, price, status, placed_at, next_ask_at, asks,
        correlation, traceparent, version)
      values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0)\
      """;
  private static final String UPDATE =
      """
      update orders set status = ?, points = ?, points_entry = ?, next_ask_at = case
        when ? then next_ask_at else null end, version = version + 1
      where id = ? and version = ?\
      """;

  /**
   * The first bound keeps those out that wait for nothing. H2 sorts null before all, and would read
   * every order that was ever paid.
   */
  static final String DUE =
      """
      select * from orders where next_ask_at > ? and next_ask_at <= ? order by next_ask_at
      fetch first %d rows only\
      """;

  private static final String LIMITED = " offset ? rows fetch next ? rows only";
  private static final String CLAIM =
      "update orders set next_ask_at = ?, asks = asks + 1 where id = ? and next_ask_at = ?";

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  private final JdbcClient client;
  private final JdbcTemplate template;

  /** What a transaction changes, by the order's id: all lock their rows in the same order. */
  private final PerTransaction<SortedMap<Long, Object[]>> changed =
      PerTransaction.written(TreeMap::new, this::write);

  JdbcOrders(JdbcClient client, JdbcTemplate template) {
    this.client = client;
    this.template = template;
  }

  @Override
  public Order place(Purchase purchase, Instant now, Instant askAgainAt) {
    var correlation = Correlation.current();
    var key = new GeneratedKeyHolder();
    var price = purchase.price();
    client
        .sql(INSERT)
        .param(purchase.customer().value())
        .param(purchase.item())
        .param(purchase.quantity())
        .param(price == null ? null : price.amount())
        .param(StatusColumn.write(new AwaitingPayment()))
        .param(utc(now))
        .param(utc(askAgainAt))
        .param(correlation.id())
        .param(correlation.traceparent())
        .update(key, "id");
    var id = Objects.requireNonNull(key.getKeyAs(Long.class));
    return Order.placed(new OrderId(id), purchase);
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return client
        .sql("select * from orders where id = ?")
        .param(id.value())
        .query((rs, _) -> order(rs))
        .optional();
  }

  @Override
  public Map<OrderId, Order> findAll(Collection<OrderId> ids) {
    var found = new HashMap<OrderId, Order>();
    if (!ids.isEmpty()) {
      client
          .sql("select * from orders where id in (:ids)")
          .param("ids", ids.stream().map(OrderId::value).toList())
          .query((rs, _) -> order(rs))
          .list()
          .forEach(order -> found.put(order.id(), order));
    }
    return found;
  }

  @Override
  public List<Order> page(Whose whose, Slice slice) {
    String column =
        switch (slice.by()) {
          case ID -> "id";
          case ITEM -> "item";
          case QUANTITY -> "qty";
          case PRICE -> "price";
          case STATUS -> "status";
        };
    String direction = slice.descending() ? " desc" : "";
    String order =
        slice.by() == SortBy.ID
            ? byId(whose, direction)
            : "order by " + column + direction + ", id";
    return of(whose, "select * from orders where %s " + order + LIMITED)
        .param(slice.offset())
        .param(slice.size())
        .query((rs, _) -> order(rs))
        .list();
  }

  @Override
  public List<Order> after(Whose whose, long id, int most) {
    return of(whose, "select * from orders where %s and id > ? " + byId(whose, "") + LIMITED)
        .param(id)
        .param(0)
        .param(most)
        .query((rs, _) -> order(rs))
        .list();
  }

  @Override
  public long count(Whose whose) {
    return of(whose, "select count(*) from orders where %s").query(Long.class).single();
  }

  /** A customer's orders have an index of their own, which the whole of the sorting must name. */
  private static String byId(Whose whose, String direction) {
    return whose.customer() == null
        ? "order by id" + direction
        : "order by customer_id" + direction + ", id" + direction;
  }

  private JdbcClient.StatementSpec of(Whose whose, String sql) {
    var customer = whose.customer();
    return customer == null
        ? client.sql(sql.formatted("1 = 1"))
        : client.sql(sql.formatted("customer_id = ?")).param(customer.value());
  }

  @Override
  public void save(Collection<Order> changes) {
    for (var order : changes) {
      if (changed.get().putIfAbsent(order.id().value(), row(order)) != null) {
        throw new OptimisticLockingFailureException("two changes of an order at once");
      }
    }
  }

  private void write(SortedMap<Long, Object[]> changes) {
    for (int count : template.batchUpdate(UPDATE, List.copyOf(changes.values()))) {
      if (count == 0) {
        throw new OptimisticLockingFailureException("an order has been changed meanwhile");
      }
    }
  }

  @Override
  public int takeUnpaid(Instant now, Duration longestPause, int most, Consumer<Order> ask) {
    List<Due> due =
        client
            .sql(DUE.formatted(most))
            .param(utc(Instant.EPOCH))
            .param(utc(now))
            .query((rs, _) -> due(rs))
            .list();
    var claimed = new ArrayList<Future<?>>();
    try (var turns = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : due) {
        var next = utc(now.plus(pause(one.asks, longestPause)));
        if (template.update(CLAIM, next, one.order.id().value(), one.nextAskAt) == 1) {
          claimed.add(turns.submit(() -> turn(one, ask)));
        }
      }
    }
    claimed.forEach(JdbcOrders::failIfFailed);
    return claimed.size();
  }

  private static void turn(Due due, Consumer<Order> ask) {
    try (var _ = due.correlation.open()) {
      ask.accept(due.order);
    }
  }

  /** The executor has waited for all of them. */
  private static void failIfFailed(Future<?> turn) {
    if (turn.state() == Future.State.FAILED
        && turn.exceptionNow() instanceof RuntimeException failure) {
      throw failure;
    }
  }

  /** Doubles from turn to turn, and differs, so that those who failed together part. */
  private static Duration pause(int asks, Duration longest) {
    long most = Math.min(longest.toMillis(), FIRST_PAUSE.toMillis() << Math.min(asks, 10));
    return Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 3 + 1));
  }

  private static Object[] row(Order order) {
    var points = order.points();
    return new @Nullable Object[] {
      StatusColumn.write(order.status()),
      points == null ? null : points.points(),
      points == null ? null : points.entry(),
      order.status() instanceof AwaitingPayment,
      order.id().value(),
      order.version()
    };
  }

  private static Due due(ResultSet rs) throws SQLException {
    return new Due(
        order(rs),
        rs.getObject("next_ask_at", OffsetDateTime.class),
        rs.getInt("asks"),
        Correlation.continuing(rs.getString("correlation"), rs.getString("traceparent")));
  }

  static Order order(ResultSet rs) throws SQLException {
    Long points = rs.getObject("points", Long.class);
    return new Order(
        new OrderId(rs.getLong("id")),
        Purchase.of(
            rs.getString("customer_id"),
            rs.getString("item"),
            rs.getInt("qty"),
            rs.getObject("price", Long.class)),
        StatusColumn.read(rs.getString("status")),
        points == null ? null : new EarnedPoints(points, rs.getLong("points_entry")),
        rs.getLong("version"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private record Due(Order order, OffsetDateTime nextAskAt, int asks, Correlation correlation) {}
}
