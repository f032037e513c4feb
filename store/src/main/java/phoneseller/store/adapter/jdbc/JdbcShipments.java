package phoneseller.store.adapter.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.Shipments;
import phoneseller.store.domain.Stage;

/** Shipments as rows that carry a version: who writes on an outdated one has lost the race. */
@Repository
class JdbcShipments implements Shipments {

  private static final String INSERT =
      """
      insert into shipment (status, item, customer_id, version, order_id)
      values (?, ?, ?, 1, ?)\
      """;
  private static final String UPDATE =
      """
      update shipment set status = ?, item = ?, customer_id = ?, version = version + 1
      where order_id = ? and version = ?\
      """;

  private final JdbcTemplate jdbc;

  JdbcShipments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<OrderId, Shipment> findAll(Collection<OrderId> orders) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    Object[] ids = padded(orders.stream().<Object>map(OrderId::value).toList());
    var placeholders = String.join(",", Collections.nCopies(ids.length, "?"));
    return jdbc
        .query(
            "select * from shipment where order_id in (" + placeholders + ")",
            ShipmentRow::read,
            ids)
        .stream()
        .collect(Collectors.toMap(Shipment::order, Function.identity()));
  }

  @Override
  public Optional<Shipment> find(OrderId order) {
    return jdbc
        .query("select * from shipment where order_id = ?", ShipmentRow::read, order.value())
        .stream()
        .findFirst();
  }

  /** Rows are written in the order of their ids, so that two writers never wait for each other. */
  @Override
  public void save(Collection<Shipment> shipments) {
    var inserts = new ArrayList<@Nullable Object[]>();
    var updates = new ArrayList<@Nullable Object[]>();
    shipments.stream()
        .sorted((one, other) -> one.order().compareTo(other.order()))
        .forEach(shipment -> {
          if (shipment.version() == 0) {
            inserts.add(ShipmentRow.columns(shipment));
          } else {
            updates.add(ShipmentRow.columnsAndVersion(shipment));
          }
        });
    write(INSERT, inserts);
    write(UPDATE, updates);
  }

  @Override
  public List<Shipment> listed(@Nullable Stage stage, long offset, int limit, boolean descending) {
    return jdbc.query(
        """
        select * from shipment where %s order by %s offset ? rows fetch next ? rows only\
        """
            .formatted(ShipmentRow.isOf(stage), order(stage, descending ? " desc" : "")),
        ShipmentRow::read,
        offset,
        limit);
  }

  /** HSQLDB sorts all that was ever shipped, unless the index is named whole. */
  private static String order(@Nullable Stage stage, String direction) {
    return switch (stage) {
      case null -> "order_id" + direction;
      case TO_SHIP -> "order_id" + direction;
      case SHIPPED, CANCELLED, RETURNING, RETURNED ->
          "status" + direction + ", order_id" + direction;
    };
  }

  @Override
  public List<Shipment> after(long order, int most) {
    return jdbc.query(
        "select * from shipment where order_id > ? order by order_id fetch first ? rows only",
        ShipmentRow::read,
        order,
        most);
  }

  @Override
  public long countListed(@Nullable Stage stage) {
    Long count =
        jdbc.queryForObject(
            "select count(*) from shipment where " + ShipmentRow.isOf(stage), Long.class);
    return count == null ? 0 : count;
  }

  private void write(String sql, List<@Nullable Object[]> rows) {
    if (!rows.isEmpty() && Arrays.stream(jdbc.batchUpdate(sql, rows)).anyMatch(n -> n == 0)) {
      throw new OptimisticLockingFailureException("a shipment was changed by another writer");
    }
  }

  /** Repeats the last id up to a power of two, so that the database sees few different queries. */
  private static Object[] padded(List<Object> ids) {
    int size = Integer.highestOneBit(ids.size() * 2 - 1);
    var padded = new ArrayList<>(ids);
    padded.addAll(Collections.nCopies(size - ids.size(), ids.getLast()));
    return padded.toArray();
  }
}
