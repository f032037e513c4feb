package phoneseller.customer.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Readers who wait for something to happen to an order. A batch that this instance commits wakes
 * those who watch its orders; what other instances commit is looked up now and then, for all of
 * them with one question. Nobody who waits holds a connection.
 */
@Component
public class WatchedOrders {

  private static final Logger log = LoggerFactory.getLogger(WatchedOrders.class);
  private static final int AT_ONCE = 500;

  private final ActiveSet sets;
  private final JdbcTemplate jdbc;
  private final Map<Long, Set<OrderWatch>> watched = new ConcurrentHashMap<>();

  public WatchedOrders(ActiveSet sets, JdbcTemplate jdbc) {
    this.sets = sets;
    this.jdbc = jdbc;
  }

  /** Whether the step is in the view, now or within the time. */
  public boolean awaited(ReadToken token, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    try (var watch = watch(token.order(), Duration.ZERO)) {
      ask(List.of(watch));
      return watch.hears(token.step(), Duration.ofNanos(deadline - System.nanoTime()));
    }
  }

  /**
   * Watches an order from now on, until closed.
   *
   * @param pace how long what other instances commit may go unnoticed
   */
  public OrderWatch watch(long order, Duration pace) {
    var watch = new OrderWatch(order, pace, this::leave);
    watched.compute(
        order,
        (_, others) -> {
          var all = others == null ? ConcurrentHashMap.<OrderWatch>newKeySet() : others;
          all.add(watch);
          return all;
        });
    return watch;
  }

  /** How many readers watch. */
  public int count() {
    return watched.values().stream().mapToInt(Set::size).sum();
  }

  /** These steps are in the view from now on. */
  public void committed(Collection<ReadToken> steps) {
    if (!watched.isEmpty()) {
      for (var token : steps) {
        watched
            .getOrDefault(token.order(), Set.of())
            .forEach(watch -> watch.committed(token.step()));
      }
    }
  }

  @Scheduled(fixedDelayString = "${phoneseller.read-token.look-up:100ms}")
  void lookUp() {
    long now = System.nanoTime();
    var due = watched.values().stream().flatMap(Set::stream).filter(w -> w.isDue(now)).toList();
    try {
      for (int from = 0; from < due.size(); from += AT_ONCE) {
        ask(due.subList(from, Math.min(due.size(), from + AT_ONCE)));
      }
    } catch (DataAccessException e) {
      log.debug("orders could not be looked up: {}", e.toString());
    }
  }

  private void ask(List<OrderWatch> watches) {
    long asked = System.nanoTime();
    var orders = watches.stream().map(OrderWatch::order).distinct().toList();
    var in = "?" + ", ?".repeat(orders.size() - 1);
    var sql = "select order_id, event from timeline# where order_id in (" + in + ")";
    var found = new HashMap<Long, List<Step>>();
    RowCallbackHandler read =
        rs ->
            found
                .computeIfAbsent(rs.getLong(1), _ -> new ArrayList<>())
                .add(Step.of(rs.getString(2)));
    jdbc.query(sets.asked().sql(sql), read, orders.toArray());
    watches.forEach(watch -> watch.found(found.getOrDefault(watch.order(), List.of()), asked));
  }

  private void leave(OrderWatch watch) {
    watched.computeIfPresent(
        watch.order(),
        (_, all) -> {
          all.remove(watch);
          return all.isEmpty() ? null : all;
        });
  }
}
