package phoneseller.app.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

  private static final String LIMITED = " offset ? rows fetch next ? rows only";

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

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
