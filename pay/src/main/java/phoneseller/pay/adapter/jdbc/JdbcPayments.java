package phoneseller.pay.adapter.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.messaging.Outbox;
import phoneseller.messaging.PerTransaction;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.Payments;

/** What is stored of a payment goes back to the work at hand; its later attempts continue that. */
@Repository
class JdbcPayments implements Payments {

  private static final String INSERT =
      """
      insert into payment (amount, provider_key, state, reason, was_paid, origin, step, waits_for,
        next_attempt_at, attempts, correlation, traceparent, order_id, version, customer_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)\
      """;
  private static final String UPDATE =
      """
      update payment set amount = ?, provider_key = ?, state = ?, reason = ?, was_paid = ?,
        origin = ?, step = ?, waits_for = ?, next_attempt_at = ?, attempts = ?, correlation = ?,
        traceparent = ?, version = version + 1
      where order_id = ? and version = ?\
      """;

  private final JdbcClient client;
  private final JdbcTemplate template;
  private final PerTransaction<Rows> rows = PerTransaction.written(Rows::new, this::write);

  JdbcPayments(JdbcClient client, JdbcTemplate template) {
    this.client = client;
    this.template = template;
  }

  /** What a transaction stores, by the order's id: all lock their rows in the same order. */
  private record Rows(
      SortedMap<Long, @Nullable Object[]> inserted, SortedMap<Long, @Nullable Object[]> updated) {

    Rows() {
      this(new TreeMap<>(), new TreeMap<>());
    }
  }

  @Override
  public Optional<Payment> find(OrderId order) {
    return client
        .sql("select * from payment where order_id = ?")
        .param(order.value())
        .query((rs, _) -> PaymentRow.read(rs))
        .optional();
  }

  @Override
  public Map<OrderId, Payment> findAll(Collection<OrderId> orders) {
    var found = new HashMap<OrderId, Payment>();
    if (!orders.isEmpty()) {
      client
          .sql("select * from payment where order_id in (:orders)")
          .param("orders", orders.stream().map(OrderId::value).distinct().toList())
          .query((rs, _) -> PaymentRow.read(rs))
          .list()
          .forEach(payment -> found.put(payment.order(), payment));
    }
    return found;
  }

  @Override
  public void save(Collection<Payment> payments, Instant due) {
    for (var payment : payments) {
      long order = payment.order().value();
      var former =
          payment.version() == 0
              ? rows.get().inserted.putIfAbsent(order, inserted(payment, due))
              : rows.get().updated.putIfAbsent(order, updated(payment, due));
      if (former != null) {
        throw new OptimisticLockingFailureException("two changes of a payment at once");
      }
    }
  }

  @Override
  public void postpone(Payment payment, Instant due) {
    client
        .sql("update payment set next_attempt_at = ? where order_id = ? and version = ?")
        .param(utc(due))
        .param(payment.order().value())
        .param(payment.version())
        .update();
  }

  private void write(Rows rows) {
    write(INSERT, rows.inserted.values());
    write(UPDATE, rows.updated.values());
  }

  private void write(String sql, Collection<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    for (int count : template.batchUpdate(sql, List.copyOf(rows))) {
      if (count == 0) {
        throw new OptimisticLockingFailureException("a payment has been changed meanwhile");
      }
    }
  }

  private static @Nullable Object[] inserted(Payment payment, Instant due) {
    var customer = payment.customer();
    return row(payment, due, customer == null ? null : customer.value());
  }

  private static @Nullable Object[] updated(Payment payment, Instant due) {
    return row(payment, due, payment.version());
  }

  private static @Nullable Object[] row(Payment payment, Instant due, @Nullable Object last) {
    var row = PaymentRow.of(payment);
    var charge = row.charge();
    var cause = Outbox.causeOf(payment.order().toString());
    return new @Nullable Object[] {
      payment.amount().amount(),
      charge == null ? null : charge.key().toString(),
      row.state(),
      row.reason(),
      row.wasPaid(),
      row.origin(),
      row.step(),
      row.waitsFor(),
      row.waitsFor() == null ? null : utc(due),
      payment.attempts(),
      cause.id(),
      cause.traceparent(),
      payment.order().value(),
      last
    };
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
