package phoneseller.customer.web;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import phoneseller.customer.view.OrderWatch;

/** Tells one reader how an order stands, and then whatever changes, until it has to end. */
final class OrderStream {

  private static final Logger log = LoggerFactory.getLogger(OrderStream.class);
  private static final Duration UNTIL_THE_DATABASE_IS_BACK = Duration.ofSeconds(1);
  private static final long COME_AGAIN_MILLIS = 2000;

  private final OrderWatch watch;
  private final Supplier<Optional<OrderState>> look;
  private final EventWriter out;
  private final StreamSettings settings;
  private final Set<String> told = new HashSet<>();
  private @Nullable CustomerRow row;
  private volatile boolean ended;

  /**
   * @param look empty when the reader may not see the order any more
   */
  OrderStream(
      OrderWatch watch,
      Supplier<Optional<OrderState>> look,
      EventWriter out,
      StreamSettings settings) {
    this.watch = watch;
    this.look = look;
    this.out = out;
    this.settings = settings;
  }

  /**
   * Returns at its end.
   *
   * @throws IOException when the reader has gone
   */
  void run(OrderState first) throws IOException, InterruptedException {
    long end = System.nanoTime() + settings.longest().toNanos();
    out.comeAgainAfter(COME_AGAIN_MILLIS);
    tell(first);
    boolean inDoubt = false;
    for (long left = left(end); !ended && left > 0; left = left(end)) {
      var patience = inDoubt ? UNTIL_THE_DATABASE_IS_BACK : settings.heartbeat();
      boolean moved = watch.moves(told.size(), earlier(patience, left));
      if (ended) {
        return;
      }
      if (moved || inDoubt) {
        inDoubt = !toldNews();
      } else {
        out.heartbeat();
      }
    }
  }

  /** From another thread; the stream ends at once. */
  void end() {
    ended = true;
    watch.wake();
  }

  /** False when the database could not be asked. */
  private boolean toldNews() throws IOException {
    Optional<OrderState> now;
    try {
      now = look.get();
    } catch (DataAccessException e) {
      log.debug("an order could not be read for its stream: {}", e.toString());
      return false;
    }
    if (now.isPresent()) {
      tell(now.get());
    } else {
      ended = true;
    }
    return true;
  }

  private void tell(OrderState now) throws IOException {
    if (!now.row().equals(row)) {
      row = now.row();
      out.event(null, "order", row);
    }
    for (var step : now.steps()) {
      if (told.add(step.id())) {
        out.event(step.id(), "step", step.entry());
      }
    }
    out.flush();
  }

  private static long left(long end) {
    return end - System.nanoTime();
  }

  private static Duration earlier(Duration one, long nanos) {
    return one.toNanos() < nanos ? one : Duration.ofNanos(nanos);
  }
}
