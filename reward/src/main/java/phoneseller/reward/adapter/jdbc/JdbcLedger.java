package phoneseller.reward.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.Entry;
import phoneseller.reward.domain.Ledger;
import phoneseller.reward.domain.OrderId;
import phoneseller.reward.domain.Points;

/** The ledger as a table to which rows are only added. */
@Repository
class JdbcLedger implements Ledger {

  private static final String INSERT =
      """
      insert into ledger_entry (order_id, seq, customer_id, points, kind, booked_at)
      values (?, ?, ?, ?, ?, ?)\
      """;

  private final JdbcTemplate jdbc;

  JdbcLedger(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<OrderId, Booked> lastOf(Collection<OrderId> orders) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    Object[] ids = padded(orders.stream().<Object>map(OrderId::value).toList());
    var placeholders = String.join(",", Collections.nCopies(ids.length, "?"));
    return jdbc
        .query(
            "select * from ledger_entry where order_id in (" + placeholders + ")",
            JdbcLedger::read,
            ids)
        .stream()
        .collect(
            Collectors.toMap(
                booked -> booked.entry().order(), Function.identity(), JdbcLedger::later));
  }

  /**
   * Rows are written in the order of their orders' ids, so that two writers never wait for each
   * other, and read again for the ids that they got.
   */
  @Override
  public List<Booked> append(Collection<Entry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    jdbc.batchUpdate(
        INSERT,
        entries.stream()
            .sorted((one, other) -> one.order().compareTo(other.order()))
            .map(JdbcLedger::columns)
            .toList());
    var booked = lastOf(entries.stream().map(Entry::order).toList());
    return entries.stream().map(entry -> booked.get(entry.order())).toList();
  }

  @Override
  public Optional<Booked> find(long id) {
    return jdbc.query("select * from ledger_entry where id = ?", JdbcLedger::read, id).stream()
        .findFirst();
  }

  @Override
  public List<Booked> entriesOf(OrderId order) {
    return jdbc.query(
        "select * from ledger_entry where order_id = ? order by seq",
        JdbcLedger::read,
        order.value());
  }

  @Override
  public List<Booked> listed(long offset, int limit, boolean descending) {
    return jdbc.query(
        "select * from ledger_entry order by id %s offset ? rows fetch next ? rows only"
            .formatted(descending ? "desc" : "asc"),
        JdbcLedger::read,
        offset,
        limit);
  }

  @Override
  public List<Booked> after(long order, int most) {
    var rows =
        jdbc.query(
            """
            select * from ledger_entry where order_id > ? order by order_id, seq
            fetch first ? rows only\
            """,
            JdbcLedger::read,
            order,
            most);
    if (rows.size() < most) {
      return rows;
    }
    var last = rows.getLast().entry().order();
    rows.removeIf(booked -> booked.entry().order().equals(last));
    rows.addAll(entriesOf(last));
    return rows;
  }

  @Override
  public long count() {
    Long count = jdbc.queryForObject("select count(*) from ledger_entry", Long.class);
    return count == null ? 0 : count;
  }

  private static Booked later(Booked one, Booked other) {
    return one.entry().step() > other.entry().step() ? one : other;
  }

  private static Object[] columns(Entry entry) {
    return new Object[] {
      entry.order().value(),
      entry.step(),
      entry.customer().value(),
      entry.points().value(),
      entry.kind().name(),
      entry.at().atOffset(ZoneOffset.UTC)
    };
  }

  private static Booked read(ResultSet row, int number) throws SQLException {
    return new Booked(
        row.getLong("id"),
        new Entry(
            new OrderId(row.getLong("order_id")),
            row.getInt("seq"),
            new CustomerId(row.getString("customer_id")),
            new Points(row.getLong("points")),
            Entry.Kind.valueOf(row.getString("kind")),
            row.getObject("booked_at", OffsetDateTime.class).toInstant()));
  }

  /** Repeats the last id up to a power of two, so that the database sees few different queries. */
  private static Object[] padded(List<Object> ids) {
    int size = Integer.highestOneBit(ids.size() * 2 - 1);
    var padded = new ArrayList<>(ids);
    padded.addAll(Collections.nCopies(size - ids.size(), ids.getLast()));
    return padded.toArray();
  }
}
