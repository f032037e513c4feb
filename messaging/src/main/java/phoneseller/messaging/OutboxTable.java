package phoneseller.messaging;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of the outbox, as its relay sees them. */
final class OutboxTable {

  private static final int IN_LIST = 100;
  private static final String DELETE =
      "delete from outbox where id in (" + "?,".repeat(IN_LIST - 1) + "?)";

  private final JdbcTemplate jdbc;
  private final CommitsUnderWay commits;

  OutboxTable(JdbcTemplate jdbc, CommitsUnderWay commits) {
    this.jdbc = jdbc;
    this.commits = commits;
  }

  /** The next rows behind this one that no kill undoes, oldest first. */
  List<OutboxRow> page(long after, int size) {
    var rows = seen(after, size);
    return rows.isEmpty() || commits.haveReturned() ? rows : List.of();
  }

  private List<OutboxRow> seen(long after, int size) {
    return jdbc.query(
        "select * from outbox where id > ? order by id fetch first " + size + " rows only",
        (rs, _) ->
            new OutboxRow(
                rs.getLong("id"),
                rs.getString("record_key"),
                rs.getString("event_type"),
                rs.getString("payload"),
                rs.getString("correlation"),
                rs.getString("traceparent"),
                rs.getObject("created_at", OffsetDateTime.class)),
        after);
  }

  /** Exactly these: a lower id may have been committed late, and never sent. */
  void delete(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    var all = new ArrayList<>(ids);
    int missing = (IN_LIST - all.size() % IN_LIST) % IN_LIST;
    all.addAll(Collections.nCopies(missing, all.getLast()));
    var chunks = new ArrayList<Object[]>();
    for (int from = 0; from < all.size(); from += IN_LIST) {
      chunks.add(all.subList(from, from + IN_LIST).toArray());
    }
    jdbc.batchUpdate(DELETE, chunks);
  }
}
