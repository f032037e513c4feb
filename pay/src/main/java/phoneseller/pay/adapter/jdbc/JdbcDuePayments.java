package phoneseller.pay.adapter.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.pay.application.DuePayments;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.OrderId;

/** A claim is an update that finds the payment still due; the loser of two finds nothing. */
@Repository
class JdbcDuePayments implements DuePayments {

  private static final String DUE =
      """
      select order_id, correlation, traceparent from payment
      where waits_for = ? and next_attempt_at <= ?
      order by next_attempt_at fetch first %d rows only\
      """;
  private static final String CLAIM =
      """
      update payment set next_attempt_at = ?, attempts = attempts + 1, version = version + 1
      where order_id = ? and next_attempt_at <= ?\
      """;

  private final JdbcClient client;

  JdbcDuePayments(JdbcClient client) {
    this.client = client;
  }

  @Override
  public List<Due> due(Counterparty counterparty, Instant now, int most) {
    return client
        .sql(DUE.formatted(most))
        .param(counterparty.name())
        .param(JdbcPayments.utc(now))
        .query((rs, _) ->
            new Due(
                new OrderId(rs.getLong("order_id")),
                rs.getString("correlation"),
                rs.getString("traceparent")))
        .list();
  }

  @Override
  public boolean claim(OrderId order, Instant now, Duration lease) {
    return client
            .sql(CLAIM)
            .param(JdbcPayments.utc(now.plus(lease)))
            .param(order.value())
            .param(JdbcPayments.utc(now))
            .update()
        == 1;
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
