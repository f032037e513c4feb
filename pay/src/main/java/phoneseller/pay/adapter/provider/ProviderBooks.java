package phoneseller.pay.adapter.provider;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import phoneseller.pay.adapter.provider.Booking.Kind;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;

/**
 * Which keys the sandbox provider has charged and refunded. With a journal every booking is written
 * down before it is told, is known again after a restart, and is shared with the provider of
 * another instance. The latest keys are remembered, as many as fit the memory of a sandbox.
 *
 * <p>A thread of its own does the writing: its callers give up when their time is over, and an
 * interrupt must not close the journal.
 */
final class ProviderBooks implements AutoCloseable {

  private static final int KEYS = 100_000;
  private static final int LONGEST_LINE = 160;

  private final Map<UUID, Booking> latest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Booking> eldest) {
          return size() > KEYS;
        }
      };
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("provider").factory());
  private final @Nullable Journal journal;
  private long charges;

  ProviderBooks(@Nullable Journal journal) {
    this.journal = journal;
  }

  static long bytesRemembered() {
    return (long) KEYS * LONGEST_LINE;
  }

  /** What the books say of the key: the charge is now in them, unless the key was known before. */
  @Nullable Booking charge(OrderId order, Charge charge) {
    return booked(() -> {
      var before = latest.get(charge.key());
      if (before == null) {
        book(new Booking(order.value(), charge.key(), charge.amount().amount(), Kind.CHARGE));
        charges++;
      }
      return before;
    });
  }

  boolean isCharged(Charge charge) {
    var known = booked(() -> latest.get(charge.key()));
    return known != null && known.kind() == Kind.CHARGE;
  }

  /** The key is undone, once, whether it was charged or not. */
  void refund(Charge charge) {
    var _ =
        booked(() -> {
          var before = latest.get(charge.key());
          if (before == null || before.kind() == Kind.CHARGE) {
            var order = before == null ? null : before.order();
            book(new Booking(order, charge.key(), charge.amount().amount(), Kind.REFUND));
          }
          return before;
        });
  }

  /** How many keys have been charged here. */
  long charges() {
    return charges;
  }

  private void book(Booking booking) throws IOException {
    if (journal != null) {
      journal.append(booking.line());
    }
    latest.put(booking.key(), booking);
  }

  private @Nullable Booking booked(Callable<@Nullable Booking> entry) {
    try {
      return writer.submit(() -> journal == null ? entry.call() : shared(journal, entry)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The books cannot be kept.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The caller has gone.", e);
    }
  }

  private @Nullable Booking shared(Journal journal, Callable<@Nullable Booking> entry)
      throws Exception {
    try (var _ = journal.lock()) {
      journal.catchUp(line -> Booking.read(line).ifPresent(b -> latest.put(b.key(), b)));
      return entry.call();
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
