package phoneseller.pay.adapter.jdbc;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.pay.application.PaymentPages;
import phoneseller.pay.domain.Payment;

/**
 * Sorts by what clients see: a cancelled payment costs nothing, and states have their own names.
 */
@Repository
class JdbcPaymentPages implements PaymentPages {

  private static final String PRICE =
      "case when state in ('CANCELLED', 'NEVER_REQUESTED') then 0 else amount end";

  /** OrderCancelled, Ordered, PayCancelled, PayFailed, Payed. */
  private static final String PROCESS =
      """
      case state when 'CANCELLING' then 1 when 'REQUESTED' then 2 when 'CANCELLED' then 3
        when 'NEVER_REQUESTED' then 3 when 'DECLINED' then 4 else 5 end\
      """;

  private final JdbcClient client;

  JdbcPaymentPages(JdbcClient client) {
    this.client = client;
  }

  @Override
  public List<Payment> page(SortedBy sorted, boolean descending, long offset, int size) {
    String direction = descending ? " desc" : " asc";
    String order =
        switch (sorted) {
          case ID -> "order_id" + direction;
          case PRICE -> PRICE + direction + ", order_id";
          case PROCESS -> PROCESS + direction + ", order_id";
        };
    return client
        .sql("select * from payment order by " + order + " offset ? rows fetch next ? rows only")
        .param(offset)
        .param(size)
        .query((rs, _) -> PaymentRow.read(rs))
        .list();
  }

  @Override
  public List<Payment> after(long order, int most) {
    return client
        .sql("select * from payment where order_id > ? order by order_id fetch first ? rows only")
        .param(order)
        .param(most)
        .query((rs, _) -> PaymentRow.read(rs))
        .list();
  }

  @Override
  public long count() {
    return client.sql("select count(*) from payment").query(Long.class).single();
  }
}
