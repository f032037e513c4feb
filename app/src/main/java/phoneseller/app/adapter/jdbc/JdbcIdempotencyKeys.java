package phoneseller.app.adapter.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.app.domain.CustomerId;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.Purchase;
import phoneseller.messaging.CommitsUnderWay;

@Repository
class JdbcIdempotencyKeys implements IdempotencyKeys {

  private static final Logger log = LoggerFactory.getLogger(JdbcIdempotencyKeys.class);

  private final JdbcClient client;
  private final CommitsUnderWay commits;

  JdbcIdempotencyKeys(JdbcClient client, CommitsUnderWay commits) {
    this.client = client;
    this.commits = commits;
  }

  /** What it finds is promised to whoever repeats a request: no kill may undo it. */
  @Override
  public Optional<Known> find(CustomerId customer, String key) {
    var known = seen(customer, key);
    if (known.isPresent()) {
      commits.await();
    }
    return known;
  }

  private Optional<Known> seen(CustomerId customer, String key) {
    return client
        .sql(
            """
            select order_id, answer, created_at, price_named from idempotency_key
            where customer_id = ? and idempotency_key = ?\
            """)
        .param(customer.value())
        .param(key)
        .query((rs, _) -> {
          String answer = rs.getString("answer");
          return new Known(
              new OrderId(rs.getLong("order_id")),
              answer == null ? null : Answer.valueOf(answer),
              rs.getObject("created_at", OffsetDateTime.class).toInstant(),
              rs.getBoolean("price_named"));
        })
        .optional();
  }

  @Override
  public void claim(Purchase asked, String key, OrderId order, Instant now) {
    try {
      client
          .sql(
              """
              insert into idempotency_key
                (customer_id, idempotency_key, order_id, created_at, price_named)
              values (?, ?, ?, ?, ?)\
              """)
          .param(asked.customer().value())
          .param(key)
          .param(order.value())
          .param(now.atOffset(ZoneOffset.UTC))
          .param(asked.price() != null)
          .update();
    } catch (DuplicateKeyException e) {
      throw new KeyTaken();
    }
  }

  @Override
  public void answered(CustomerId customer, String key, Answer answer) {
    try {
      client
          .sql(
              """
              update idempotency_key set answer = ?
              where customer_id = ? and idempotency_key = ?\
              """)
          .param(answer.name())
          .param(customer.value())
          .param(key)
          .update();
    } catch (DataAccessException e) {
      log.warn("the answer under the key {} is not kept: {}", key, e.toString());
    }
  }

  @Override
  public void forgetBefore(Instant then) {
    client
        .sql("delete from idempotency_key where created_at < ?")
        .param(then.atOffset(ZoneOffset.UTC))
        .update();
  }
}
