package phoneseller.customer.projection;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.view.TableSet;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.PassingCause;
import phoneseller.messaging.TopicReader;
import phoneseller.messaging.TopicReader.Read;

/**
 * Fills one set of tables from the topic, behind the running view and never ahead of it: in the end
 * both stand at one position, at which they can be compared.
 */
final class Refill {

  private static final Logger log = LoggerFactory.getLogger(Refill.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int ATTEMPTS = 20;

  /**
   * Records at a time. An order's events are near each other in the topic, and the rows of
   * neighbouring orders in the tables: so most orders are written once, and a page is filled at
   * once.
   */
  private static final int BATCH = 10_000;

  /** Records in a transaction: what one has in memory should die young. */
  private static final int PIECE = 500;

  private final TopicReader<ShopEvent> reader;
  private final TransactionTemplate transaction;
  private final Projection projection;
  private final ViewPositions positions;
  private final TableSet set;
  private final Permission permission;
  private Progress progress;

  /** Refuses by an exception. */
  interface Permission {

    /** Asked in the transaction of every batch; makes others wait for its end. */
    void toGoOn(Progress progress);

    /** Asked in every other transaction. */
    void stillHeld();
  }

  /**
   * Some orders' events.
   *
   * @param stripe of the totals, so that the halves do not wait for each other
   */
  private record Half(int stripe, List<List<Delivery<ShopEvent>>> pieces) {}

  private record Filled(RowCounts rows, long unreadable) {
    static final Filled NOTHING = new Filled(RowCounts.NONE, 0);

    Filled plus(Filled more) {
      return new Filled(rows.plus(more.rows), unreadable + more.unreadable);
    }
  }

  /**
   * @param reached offset of the next record, by partition
   * @param rows that are in the tables
   */
  record Progress(Map<Integer, Long> reached, RowCounts rows, long records, long unreadable) {

    long missing(Map<Integer, Long> target) {
      return target.entrySet().stream()
          .mapToLong(t -> Math.max(0, t.getValue() - reached.getOrDefault(t.getKey(), 0L)))
          .sum();
    }

    private Progress plus(Read<?> read, Filled filled) {
      var further = new TreeMap<>(reached);
      read.reached().forEach(position -> further.put(position.partition(), position.next()));
      return new Progress(
          further,
          rows.plus(filled.rows),
          records + read.records(),
          unreadable + read.unreadable() + filled.unreadable);
    }
  }

  Refill(
      TopicReader<ShopEvent> reader,
      TransactionTemplate transaction,
      Projection projection,
      ViewPositions positions,
      TableSet set,
      Map<Integer, Long> beginnings,
      Permission permission) {
    this.reader = reader;
    this.transaction = transaction;
    this.projection = projection;
    this.positions = positions;
    this.set = set;
    this.permission = permission;
    progress = new Progress(beginnings, RowCounts.NONE, 0, 0);
  }

  Progress progress() {
    return progress;
  }

  /**
   * Reads the next records before the target, if there are any in a moment, and commits them: the
   * lower half of the orders and the upper one at the same time, then how far it is. Whoever dies
   * in between leaves a set that the next rebuild empties.
   */
  boolean advance(Map<Integer, Long> target) {
    var read = reader.next(target, BATCH, POLL);
    if (read.reached().isEmpty()) {
      return false;
    }
    var filled =
        halves(read.deliveries()).parallelStream()
            .map(this::filled)
            .reduce(Filled.NOTHING, Filled::plus);
    patiently(() -> noted(read));
    progress = progress.plus(read, filled);
    return true;
  }

  private static List<Half> halves(List<Delivery<ShopEvent>> deliveries) {
    var pieces = pieces(deliveries.stream().sorted(comparingLong(d -> d.event().order())).toList());
    int middle = pieces.size() / 2;
    return List.of(
        new Half(0, pieces.subList(0, middle)), new Half(1, pieces.subList(middle, pieces.size())));
  }

  /** No order is in two of them. */
  private static List<List<Delivery<ShopEvent>>> pieces(List<Delivery<ShopEvent>> sorted) {
    var pieces = new ArrayList<List<Delivery<ShopEvent>>>();
    int from = 0;
    for (int to = 1; to <= sorted.size(); to++) {
      boolean ends =
          to == sorted.size()
              || (to - from >= PIECE
                  && sorted.get(to).event().order() != sorted.get(to - 1).event().order());
      if (ends) {
        pieces.add(sorted.subList(from, to));
        from = to;
      }
    }
    return pieces;
  }

  private Filled filled(Half half) {
    return half.pieces.stream()
        .map(piece -> filled(piece, half.stripe))
        .reduce(Filled.NOTHING, Filled::plus);
  }

  private Filled filled(List<Delivery<ShopEvent>> piece, int stripe) {
    try {
      return new Filled(patiently(() -> fill(piece, stripe)), 0);
    } catch (RuntimeException e) {
      if (PassingCause.of(e)) {
        throw e;
      }
      log.info("a batch of {} is taken one by one: {}", piece.size(), e.toString());
      return oneByOne(piece, stripe);
    }
  }

  /** As the service's consumer does; it has parked the record that fails alone. */
  private Filled oneByOne(List<Delivery<ShopEvent>> piece, int stripe) {
    var filled = Filled.NOTHING;
    for (var delivery : piece) {
      try {
        var added = patiently(() -> fill(List.of(delivery), stripe));
        filled = filled.plus(new Filled(added, 0));
      } catch (RuntimeException e) {
        if (PassingCause.of(e)) {
          throw e;
        }
        filled = filled.plus(new Filled(RowCounts.NONE, 1));
      }
    }
    return filled;
  }

  /** The question comes last: whoever empties the set waits for these rows, or is known by now. */
  private RowCounts fill(List<Delivery<ShopEvent>> deliveries, int stripe) {
    var added = projection.apply(set, deliveries, _ -> stripe);
    permission.stillHeld();
    return added;
  }

  private Progress noted(Read<ShopEvent> read) {
    permission.toGoOn(progress);
    positions.advance(set, read.reached());
    return progress;
  }

  private <T> T patiently(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
      } catch (RuntimeException e) {
        if (!PassingCause.of(e) || e instanceof RebuildClaim.Lost || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Reads up to the target, all in the transaction that is open; false when it is not in time. */
  boolean reaches(Map<Integer, Long> target, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (progress.missing(target) > 0) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      var read = reader.next(target, BATCH, POLL);
      noted(read);
      progress = progress.plus(read, new Filled(fill(read.deliveries(), 0), 0));
    }
    return true;
  }

  /** After a rollback: what was read since is read again. */
  void goBackTo(Progress committed) {
    progress = committed;
    reader.goTo(committed.reached);
  }
}
