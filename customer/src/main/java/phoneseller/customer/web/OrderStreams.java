package phoneseller.customer.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import phoneseller.customer.view.OrderWatch;
import phoneseller.customer.view.WatchedOrders;
import phoneseller.http.Link;
import tools.jackson.databind.json.JsonMapper;

/**
 * The streams that are open, each a virtual thread that waits without a connection of the database;
 * so many and no more. They end before the web server begins to stop, which therefore waits for
 * none.
 */
@Component
class OrderStreams implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OrderStreams.class);

  private final WatchedOrders watched;
  private final OrderRows rows;
  private final Timelines timelines;
  private final JsonMapper json;
  private final StreamSettings settings;
  private final Semaphore places;
  private final Set<OrderStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  OrderStreams(
      WatchedOrders watched,
      OrderRows rows,
      Timelines timelines,
      JsonMapper json,
      StreamSettings settings,
      MeterRegistry meters) {
    this.watched = watched;
    this.rows = rows;
    this.timelines = timelines;
    this.json = json;
    this.settings = settings;
    this.places = new Semaphore(settings.most());
    Gauge.builder("order.streams", open, Set::size)
        .description("Streams of an order's events that are open")
        .register(meters);
  }

  /** There are as many streams as there may be. */
  static final class NoPlace extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Begins to tell of an order that is heard of within the patience; false when it is not, which
   * takes as long for an order that the reader may not see.
   *
   * @param request goes on with the stream, if there is one
   */
  boolean begin(
      long order, Predicate<CustomerRow> visible, Duration patience, Supplier<OpenRequest> request)
      throws InterruptedException {
    if (stopping || !places.tryAcquire()) {
      throw new NoPlace();
    }
    var watch = watched.watch(order, settings.pace());
    boolean begun = false;
    try {
      var links = CustomerRow.linksOf(order);
      Supplier<Optional<OrderState>> look = () -> look(order, links, visible);
      var first = first(watch, look, patience);
      first.ifPresent(state -> start(state, watch, look, request.get()));
      begun = first.isPresent();
      return begun;
    } finally {
      if (!begun) {
        leave(watch);
      }
    }
  }

  private void start(
      OrderState first,
      OrderWatch watch,
      Supplier<Optional<OrderState>> look,
      OpenRequest request) {
    Thread.ofVirtual()
        .name("order-stream")
        .start(() -> {
          try {
            tell(first, watch, look, request);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (IOException e) {
            log.debug("a reader has gone: {}", e.toString());
          } catch (RuntimeException e) {
            log.warn("a stream ends: {}", e.toString());
          } finally {
            leave(watch);
            request.complete();
          }
        });
  }

  private void tell(
      OrderState first, OrderWatch watch, Supplier<Optional<OrderState>> look, OpenRequest request)
      throws IOException, InterruptedException {
    var out = new EventWriter(request::write, json);
    var stream = new OrderStream(watch, look, out, settings);
    open.add(stream);
    try {
      if (!stopping) {
        stream.run(first);
      }
    } finally {
      open.remove(stream);
    }
  }

  private static Optional<OrderState> first(
      OrderWatch watch, Supplier<Optional<OrderState>> look, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var found = look.get();
    for (long left = patience.toNanos(); found.isEmpty() && left > 0; ) {
      watch.moves(0, Duration.ofNanos(left));
      found = look.get();
      left = deadline - System.nanoTime();
    }
    return found;
  }

  private Optional<OrderState> look(
      long order, Map<String, Link> links, Predicate<CustomerRow> visible) {
    return rows.find(order, links)
        .filter(visible)
        .map(row -> new OrderState(row, timelines.told(order)));
  }

  private void leave(OrderWatch watch) {
    watch.close();
    places.release();
  }

  @Override
  public void start() {
    stopping = false;
  }

  @Override
  public void stop() {
    stopping = true;
    open.forEach(OrderStream::end);
  }

  @Override
  public boolean isRunning() {
    return !stopping;
  }
}
