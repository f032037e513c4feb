package phoneseller.customer.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.view.TableSet;
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

  /** Nobody else writes these totals yet, so one stripe is enough. */
  private static final int ALONE = 1;

  private final TopicReader<ShopEvent> reader;
  private final TransactionTemplate transaction;
  private final Projection projection;
  private final ViewPositions positions;
  private final TableSet set;
  private final Permission permission;
  private Progress progress;

  /** Asked in the transaction of every batch; refuses by an exception. */
  interface Permission {
    void toGoOn(Progress progress);
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

    Progress plus(Read<?> read, RowCounts added) {
      var further = new TreeMap<>(reached);
      read.reached().forEach(position -> further.put(position.partition(), position.next()));
      return new Progress(
          further, rows.plus(added), records + read.records(), unreadable + read.unreadable());
    }

    Progress plusUnreadable(long more) {
      return new Progress(reached, rows, records, unreadable + more);
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

  /** Reads the next records before the target, if there are any in a moment, and commits them. */
  boolean advance(Map<Integer, Long> target) {
    var read = reader.next(target, BATCH, POLL);
    if (read.reached().isEmpty()) {
      return false;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        var added = transaction.execute(_ -> write(read));
        progress = progress.plus(read, added);
        return true;
      } catch (RuntimeException e) {
        if (!PassingCause.of(e)) {
          log.info("a batch of {} is taken one by one: {}", read.deliveries().size(), e.toString());
          oneByOne(read);
          return true;
        }
        if (e instanceof RebuildClaim.Lost || attempt == ATTEMPTS) {
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
      progress = progress.plus(read, write(read));
    }
    return true;
  }

  /** After a rollback: what was read since is read again. */
  void goBackTo(Progress committed) {
    progress = committed;
    reader.goTo(committed.reached);
  }

  private RowCounts write(Read<ShopEvent> read) {
    permission.toGoOn(progress);
    positions.advance(set, read.reached());
    return projection.apply(set, read.deliveries(), ALONE);
  }

  /** As the service's consumer does; it has parked the record that fails alone. */
  private void oneByOne(Read<ShopEvent> read) {
    for (var delivery : read.deliveries()) {
      try {
        var alone = new Read<>(List.of(delivery), List.of(), 0, 0);
        progress = progress.plus(alone, transaction.execute(_ -> write(alone)));
      } catch (RuntimeException e) {
        if (PassingCause.of(e)) {
          throw e;
        }
        progress = progress.plusUnreadable(1);
      }
    }
    var rest = new Read<ShopEvent>(List.of(), read.reached(), read.records(), read.unreadable());
    progress = progress.plus(rest, transaction.execute(_ -> write(rest)));
  }
}
