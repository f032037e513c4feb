package phoneseller.pay.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.Payments;

/** Keeps payments as a database would: a row that has been changed meanwhile cannot be written. */
public final class InMemoryPayments implements Payments, DuePayments {

  private record Row(Payment payment, Instant due) {

    boolean waitsFor(Counterparty counterparty) {
      return payment.waitsFor().equals(Optional.of(counterparty));
    }
  }

  private final Map<Long, Row> rows = new TreeMap<>();

  @Override
  public synchronized Optional<Payment> find(OrderId order) {
    return Optional.ofNullable(rows.get(order.value())).map(Row::payment);
  }

  @Override
  public synchronized Map<OrderId, Payment> findAll(Collection<OrderId> orders) {
    var found = new HashMap<OrderId, Payment>();
    orders.forEach(order -> find(order).ifPresent(payment -> found.put(order, payment)));
    return found;
  }

  @Override
  public synchronized void save(Collection<Payment> payments, Instant due) {
    for (var payment : payments) {
      long stored = find(payment.order()).map(Payment::version).orElse(0L);
      if (stored != payment.version()) {
        throw new IllegalStateException("lost a race for order " + payment.order());
      }
    }
    payments.forEach(payment -> rows.put(payment.order().value(), new Row(payment.stored(), due)));
  }

  @Override
  public synchronized void postpone(Payment payment, Instant due) {
    rows.computeIfPresent(
        payment.order().value(),
        (_, row) -> row.payment.version() == payment.version() ? new Row(row.payment, due) : row);
  }

  @Override
  public synchronized List<Due> claim(
      Counterparty counterparty, Instant now, Duration lease, int most) {
    var due =
        waitingRows(counterparty)
            .filter(row -> !row.due.isAfter(now))
            .sorted(Comparator.comparing(Row::due))
            .limit(most)
            .map(Row::payment)
            .toList();
    for (var payment : due) {
      rows.put(payment.order().value(), new Row(payment.attempted().stored(), now.plus(lease)));
    }
    return due.stream().map(payment -> new Due(payment.order(), "-", "-")).toList();
  }

  @Override
  public synchronized long waiting(Counterparty counterparty) {
    return waitingRows(counterparty).count();
  }

  private Stream<Row> waitingRows(Counterparty counterparty) {
    return rows.values().stream().filter(row -> row.waitsFor(counterparty));
  }
}
