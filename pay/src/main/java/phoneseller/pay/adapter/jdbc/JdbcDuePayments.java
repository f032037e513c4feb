package phoneseller.pay.adapter.jdbc;

import static java.util.Comparator.comparingLong;
import static phoneseller.pay.adapter.jdbc.JdbcPayments.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.pay.application.DuePayments;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.OrderId;

/** A claim is an update that finds the payment still due; the loser of two finds nothing. */
@Repository
class JdbcDuePayments implements DuePayments {

  /** H2 reads and sorts all that is due, however much, unless the index is named whole. */
  static final String DUE =
      """
      select order_id, correlation, traceparent from payment
      where waits_for = ? and next_attempt_at <= ?
      order by waits_for, next_attempt_at fetch first %d rows only\
      """;

  private static final String CLAIM =
      """
      update payment set next_attempt_at = ?, attempts = attempts + 1, version = version + 1
      where order_id = ? and next_attempt_at <= ?\
      """;

  private final JdbcClient client;
  private final JdbcTemplate template;

  JdbcDuePayments(JdbcClient client, JdbcTemplate template) {
    this.client = client;
    this.template = template;
  }

  @Override
  @Transactional
  public List<Due> claim(Counterparty counterparty, Instant now, Duration lease, int most) {
    var due = due(counterparty, now, most);
    var claimed = claimed(due, now, now.plus(lease));
    return due.stream().filter(one -> claimed.contains(one.order())).toList();
  }

  private List<Due> due(Counterparty counterparty, Instant now, int most) {
    return client
        .sql(DUE.formatted(most))
        .param(counterparty.name())
        .param(utc(now))
        .query((rs, _) ->
            new Due(
                new OrderId(rs.getLong("order_id")),
                rs.getString("correlation"),
                rs.getString("traceparent")))
        .list();
  }

  /** All who claim lock their rows in the order of the ids. */
  private Set<OrderId> claimed(List<Due> due, Instant now, Instant until) {
    if (due.isEmpty()) {
      return Set.of();
    }
    var orders = due.stream().map(Due::order).sorted(comparingLong(OrderId::value)).toList();
    int[] counts =
        template.batchUpdate(
            CLAIM,
            orders.stream()
                .map(order -> new Object[] {utc(until), order.value(), utc(now)})
                .toList());
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] == 1)
        .mapToObj(orders::get)
        .collect(Collectors.toSet());
  }

  @Override
  public long waiting(Counterparty counterparty) {
    return client
        .sql("select count(*) from payment where waits_for = ?")
        .param(counterparty.name())
        .query(Long.class)
        .single();
  }
}
