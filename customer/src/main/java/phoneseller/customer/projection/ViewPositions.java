package phoneseller.customer.projection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.TableSet;
import phoneseller.messaging.Position;

/**
 * How far a set of tables has taken each partition of the topic, written in the transaction of the
 * batch that moved it. A swap takes the rows of the old set away; a batch that finds its rows gone
 * has worked on yesterday's set and comes again.
 */
@Repository
class ViewPositions {

  private static final String ADVANCE =
      """
      update view_position set
        next_offset = case when next_offset < ? then ? else next_offset end,
        event_at = case when event_at < ? then ? else event_at end
      where table_set = ? and topic_partition = ?\
      """;
  private static final String INSERT =
      """
      insert into view_position (table_set, topic_partition, next_offset, event_at)
      values (?, ?, ?, ?)\
      """;
  private static final String LOCK_ACTIVE =
      "update active_set set table_set = table_set where table_set = ?";
  private static final String LOCK =
      "update view_position set next_offset = next_offset where table_set = ?";

  private final JdbcTemplate jdbc;
  private final ActiveSet sets;

  ViewPositions(JdbcTemplate jdbc, ActiveSet sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  /**
   * @throws OptimisticLockingFailureException when the set is not the active one any more
   */
  void advanceActive(TableSet set, List<Position> reached) {
    var missing = advance(set, reached);
    if (!missing.isEmpty()) {
      lockActive(set);
      jdbc.batchUpdate(INSERT, missing.stream().map(p -> row(set, p)).toList());
    }
  }

  /** Returns those of partitions that the set has not heard of. */
  List<Position> advance(TableSet set, List<Position> reached) {
    var missing = new ArrayList<Position>();
    if (!reached.isEmpty()) {
      int[] counts =
          jdbc.batchUpdate(ADVANCE, reached.stream().map(p -> advanceRow(set, p)).toList());
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 0) {
          missing.add(reached.get(i));
        }
      }
    }
    return missing;
  }

  /** The set starts with the first record that the topic has. */
  void begin(TableSet set, Map<Integer, Long> beginnings) {
    clear(set);
    var rows = new ArrayList<Object[]>();
    beginnings.forEach(
        (partition, next) -> rows.add(row(set, new Position(partition, next, Instant.EPOCH))));
    jdbc.batchUpdate(INSERT, rows);
  }

  Map<Integer, Long> of(TableSet set) {
    var positions = new TreeMap<Integer, Long>();
    RowCallbackHandler read = rs -> positions.put(rs.getInt(1), rs.getLong(2));
    jdbc.query(
        "select topic_partition, next_offset from view_position where table_set = ?",
        read,
        set.number());
    return positions;
  }

  /** Until the end of this transaction no batch moves the active set, and none is under way. */
  void lock(TableSet active) {
    lockActive(active);
    jdbc.update(LOCK, active.number());
  }

  void clear(TableSet set) {
    jdbc.update("delete from view_position where table_set = ?", set.number());
  }

  private void lockActive(TableSet set) {
    if (jdbc.update(LOCK_ACTIVE, set.number()) == 0) {
      sets.forget();
      throw new OptimisticLockingFailureException("the view has been swapped");
    }
  }

  private static Object[] advanceRow(TableSet set, Position reached) {
    var time = reached.time().atOffset(ZoneOffset.UTC);
    return new Object[] {
      reached.next(), reached.next(), time, time, set.number(), reached.partition()
    };
  }

  private static Object[] row(TableSet set, Position reached) {
    var time = reached.time().atOffset(ZoneOffset.UTC);
    return new Object[] {set.number(), reached.partition(), reached.next(), time};
  }
}
