package phoneseller.customer.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Readers who wait for a step of an order to be in the view. A batch that this instance commits
 * wakes its own waiters; what other instances commit is looked up now and then, for all waiters
 * with one question. Nobody who waits holds a connection.
 */
@Component
public class AwaitedSteps {

  private static final Logger log = LoggerFactory.getLogger(AwaitedSteps.class);
  private static final int AT_ONCE = 500;

  private final ActiveSet sets;
  private final JdbcTemplate jdbc;
  private final Map<ReadToken, Arrival> awaited = new ConcurrentHashMap<>();

  private record Arrival(CountDownLatch happened, int waiters) {

    Arrival waiters(int more) {
      return new Arrival(happened, waiters + more);
    }
  }

  public AwaitedSteps(ActiveSet sets, JdbcTemplate jdbc) {
    this.sets = sets;
    this.jdbc = jdbc;
  }

  /** Whether the step is in the view, now or within the time. */
  public boolean awaited(ReadToken token, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    var arrival = enter(token);
    try {
      if (!present(List.of(token)).isEmpty()) {
        return true;
      }
      return arrival.happened.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } finally {
      leave(token);
    }
  }

  /** How many steps are being waited for. */
  public int count() {
    return awaited.size();
  }

  /** These steps are in the view from now on. */
  public void committed(Collection<ReadToken> steps) {
    if (!awaited.isEmpty()) {
      steps.forEach(this::wake);
    }
  }

  @Scheduled(fixedDelayString = "${phoneseller.read-token.look-up:100ms}")
  void lookUp() {
    try {
      var tokens = List.copyOf(awaited.keySet());
      for (int from = 0; from < tokens.size(); from += AT_ONCE) {
        present(tokens.subList(from, Math.min(tokens.size(), from + AT_ONCE))).forEach(this::wake);
      }
    } catch (DataAccessException e) {
      log.debug("steps could not be looked up: {}", e.toString());
    }
  }

  private void wake(ReadToken token) {
    var arrival = awaited.get(token);
    if (arrival != null) {
      arrival.happened.countDown();
    }
  }

  private Arrival enter(ReadToken token) {
    return awaited.merge(
        token, new Arrival(new CountDownLatch(1), 1), (known, _) -> known.waiters(1));
  }

  private void leave(ReadToken token) {
    awaited.computeIfPresent(
        token, (_, arrival) -> arrival.waiters == 1 ? null : arrival.waiters(-1));
  }

  private Collection<ReadToken> present(List<ReadToken> tokens) {
    var orders = tokens.stream().map(ReadToken::order).distinct().toList();
    var in = "?" + ", ?".repeat(orders.size() - 1);
    var sql = "select order_id, event from timeline# where order_id in (" + in + ")";
    var present = new ArrayList<ReadToken>();
    RowCallbackHandler read =
        rs -> present.add(new ReadToken(rs.getLong(1), Step.of(rs.getString(2))));
    jdbc.query(sets.asked().sql(sql), read, orders.toArray());
    present.retainAll(tokens);
    return present;
  }
}
