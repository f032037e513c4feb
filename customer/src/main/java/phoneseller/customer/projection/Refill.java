package phoneseller.customer.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.view.TableSet;
import phoneseller.messaging.PassingCause;
import phoneseller.messaging.Position;
import phoneseller.messaging.TopicReader;
import phoneseller.messaging.TopicReader.Read;

/**
 * Fills one set of tables from the topic, behind the running view and never ahead of it: in the end
 * both stand at one position, at which they can be compared.
 */
final class Refill {

  private static final Logger log = LoggerFactory.getLogger(Refill.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 20;

  /** Events in a transaction: what one has in memory should die young. */
  private static final int PIECE = 500;

  private final List<TopicReader<ShopEvent>> readers;
  private final TransactionTemplate transaction;
  private final Projection projection;
  private final ViewPositions positions;
  private final TableSet set;
  private final Permission permission;
  private final Room room;
  private Progress progress;
  private volatile long asked = System.nanoTime();

  /** Refuses by an exception. */
  interface Permission {

    /** Asked in a transaction each second, and in that of what is noted at the end of a round. */
    void toGoOn(Progress progress);

    /** Asked in every other transaction. */
    void stillHeld();
  }

  /**
   * How much is taken at a time.
   *
   * @param records that each reader has in memory, while as many are read
   * @param file bytes of what is sorted before it is written
   * @param memory bytes of that which are not in a file
   */
  record Room(int records, long file, int memory) {

    /** About a quarter of a million orders; less than a container's {@code /tmp} may have. */
    static final Room USUAL = new Room(3_000, 128 << 20, 8 << 20);
  }

  private record Filled(RowCounts rows, long unreadable) {
    static final Filled NOTHING = new Filled(RowCounts.NONE, 0);
    static final Filled UNREADABLE = new Filled(RowCounts.NONE, 1);

    Filled plus(Filled more) {
      return new Filled(rows.plus(more.rows), unreadable + more.unreadable);
    }
  }

  private record Part(Read<ShopEvent> read, Filled spooled) {}

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

    private Progress plus(Read<?> read) {
      var further = new TreeMap<>(reached);
      read.reached().forEach(position -> further.put(position.partition(), position.next()));
      return new Progress(further, rows, records + read.records(), unreadable + read.unreadable());
    }

    private Progress plus(Filled filled) {
      return new Progress(reached, rows.plus(filled.rows), records, unreadable + filled.unreadable);
    }
  }

  /**
   * @param readers which share the partitions among them and read at the same time
   */
  Refill(
      List<TopicReader<ShopEvent>> readers,
      TransactionTemplate transaction,
      Projection projection,
      ViewPositions positions,
      TableSet set,
      Map<Integer, Long> beginnings,
      Permission permission,
      Room room) {
    this.readers = List.copyOf(readers);
    this.transaction = transaction;
    this.projection = projection;
    this.positions = positions;
    this.set = set;
    this.permission = permission;
    this.room = room;
    progress = new Progress(beginnings, RowCounts.NONE, 0, 0);
  }

  Progress progress() {
    return progress;
  }

  /**
   * Reads what is there before the target, as far as there is room for it, and commits it in the
   * order of the orders' ids: so each is written once, and a page of them is filled at once. Then
   * it commits how far it is. Whoever dies in between leaves a set that the next rebuild empties.
   */
  boolean advance(Map<Integer, Long> target) {
    try (var spool = new Spool(room.file, room.memory)) {
      var reached = new ArrayList<Position>();
      var read = read(target, spool, reached);
      if (reached.isEmpty()) {
        return false;
      }
      var filled =
          IntStream.range(0, 2)
              .parallel()
              .mapToObj(stripe -> filled(spool, read, stripe))
              .reduce(Filled.NOTHING, Filled::plus);
      progress =
          patiently(() -> {
            permission.toGoOn(read);
            positions.advance(set, reached);
            return read.plus(filled);
          });
      return true;
    }
  }

  private Progress read(Map<Integer, Long> target, Spool spool, List<Position> reached) {
    var reading = progress;
    boolean more = true;
    while (more && !spool.isFull()) {
      var parts =
          IntStream.range(0, readers.size())
              .parallel()
              .mapToObj(i -> spooled(next(i, target), spool))
              .toList();
      more = false;
      for (var part : parts) {
        reading = reading.plus(part.read).plus(part.spooled);
        reached.addAll(part.read.reached());
        more |= !part.read.reached().isEmpty();
      }
      goesOn(reading);
    }
    return reading;
  }

  private Read<ShopEvent> next(int reader, Map<Integer, Long> target) {
    var share = new TreeMap<>(target);
    share.keySet().removeIf(partition -> partition % readers.size() != reader);
    return readers.get(reader).next(share, room.records, POLL);
  }

  private static Part spooled(Read<ShopEvent> read, Spool spool) {
    var spooled = Filled.NOTHING;
    for (var delivery : read.deliveries()) {
      try {
        spool.add(Happening.of(delivery));
      } catch (IllegalArgumentException e) {
        spooled = spooled.plus(Filled.UNREADABLE);
      }
    }
    return new Part(read, spooled);
  }

  /** Asks from time to time, as each question is a commit. */
  private void goesOn(Progress now) {
    long time = System.nanoTime();
    if (time - asked >= EVERY.toNanos()) {
      asked = time;
      patiently(() -> {
        permission.toGoOn(now);
        return now;
      });
    }
  }

  /**
   * @param stripe of the totals, so that two who do this do not wait for each other
   */
  private Filled filled(Spool spool, Progress read, int stripe) {
    boolean first = read.rows.orders() == 0;
    var filled = Filled.NOTHING;
    for (var orders = spool.next(); !orders.isEmpty(); orders = spool.next()) {
      for (var piece : pieces(orders)) {
        filled = filled.plus(filled(piece, first, stripe));
      }
      goesOn(read);
    }
    return filled;
  }

  /** No order is in two of them. */
  private static List<List<Happening>> pieces(List<Happening> sorted) {
    var pieces = new ArrayList<List<Happening>>();
    int from = 0;
    for (int to = 1; to <= sorted.size(); to++) {
      boolean ends =
          to == sorted.size()
              || (to - from >= PIECE && sorted.get(to).orderId() != sorted.get(to - 1).orderId());
      if (ends) {
        pieces.add(sorted.subList(from, to));
        from = to;
      }
    }
    return pieces;
  }

  private Filled filled(List<Happening> piece, boolean first, int stripe) {
    try {
      return new Filled(patiently(() -> fill(piece, first, stripe)), 0);
    } catch (RuntimeException e) {
      if (PassingCause.of(e)) {
        throw e;
      }
      log.info("a batch of {} is taken one by one: {}", piece.size(), e.toString());
      return oneByOne(piece, stripe);
    }
  }

  /** As the service's consumer does; it has parked the record that fails alone. */
  private Filled oneByOne(List<Happening> piece, int stripe) {
    var filled = Filled.NOTHING;
    for (var happening : piece) {
      try {
        var added = patiently(() -> fill(List.of(happening), false, stripe));
        filled = filled.plus(new Filled(added, 0));
      } catch (RuntimeException e) {
        if (PassingCause.of(e)) {
          throw e;
        }
        filled = filled.plus(Filled.UNREADABLE);
      }
    }
    return filled;
  }

  /** The question comes last: whoever empties the set waits for these rows, or is known by now. */
  private RowCounts fill(List<Happening> happenings, boolean first, int stripe) {
    var added =
        first
            ? projection.applyFirst(set, happenings, stripe)
            : projection.apply(set, happenings, stripe);
    permission.stillHeld();
    return added;
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
      permission.toGoOn(progress);
      for (int i = 0; i < readers.size(); i++) {
        var read = next(i, target);
        positions.advance(set, read.reached());
        var happenings = read.deliveries().stream().map(Happening::of).toList();
        progress = progress.plus(read).plus(new Filled(fill(happenings, false, 0), 0));
      }
    }
    return true;
  }

  /** After a rollback: what was read since is read again. */
  void goBackTo(Progress committed) {
    progress = committed;
    readers.forEach(reader -> reader.goTo(committed.reached));
  }
}
