package phoneseller.app.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.UnpaidOrders;
import phoneseller.http.Correlation;

/** A turn is claimed by an update that finds it still due; the loser of two finds nothing. */
@Repository
class JdbcUnpaidOrders implements UnpaidOrders {

  /**
   * The first bound keeps those out that wait for nothing. H2 sorts null before all, and would read
   * every order that was ever paid.
   */
  static final String DUE =
      """
      select * from orders where next_ask_at > ? and next_ask_at <= ? order by next_ask_at
      fetch first %d rows only\
      """;

  private static final String CLAIM =
      "update orders set next_ask_at = ?, asks = asks + 1 where id = ? and next_ask_at = ?";

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  private final JdbcClient client;
  private final JdbcTemplate template;

  JdbcUnpaidOrders(JdbcClient client, JdbcTemplate template) {
    this.client = client;
    this.template = template;
  }

  @Override
  public int take(Instant now, Duration longestPause, int most, Consumer<Order> ask) {
    List<Due> due =
        client
            .sql(DUE.formatted(most))
            .param(JdbcOrders.utc(Instant.EPOCH))
            .param(JdbcOrders.utc(now))
            .query((rs, _) -> due(rs))
            .list();
    var claimed = new ArrayList<Future<?>>();
    try (var turns = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : due) {
        var next = JdbcOrders.utc(now.plus(pause(one.asks, longestPause)));
        if (template.update(CLAIM, next, one.order.id().value(), one.nextAskAt) == 1) {
          claimed.add(turns.submit(() -> turn(one, ask)));
        }
      }
    }
    claimed.forEach(JdbcUnpaidOrders::failIfFailed);
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

  private static Due due(ResultSet rs) throws SQLException {
    return new Due(
        JdbcOrders.order(rs),
        rs.getObject("next_ask_at", OffsetDateTime.class),
        rs.getInt("asks"),
        Correlation.continuing(rs.getString("correlation"), rs.getString("traceparent")));
  }

  private record Due(Order order, OffsetDateTime nextAskAt, int asks, Correlation correlation) {}
}
