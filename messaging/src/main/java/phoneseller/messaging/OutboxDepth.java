package phoneseller.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much waits in the outbox; asked of the database whenever the metrics are read. */
final class OutboxDepth {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  OutboxDepth(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  double rows() {
    Long rows = jdbc.queryForObject("select count(*) from outbox", Long.class);
    return rows == null ? 0 : rows;
  }

  double oldestAgeSeconds() {
    var oldest =
        jdbc.query(
            "select created_at from outbox order by id fetch first 1 rows only",
            (rs, _) -> rs.getObject(1, OffsetDateTime.class));
    return oldest.isEmpty()
        ? 0
        : Math.max(
            0,
            Duration.between(oldest.getFirst().toInstant(), clock.instant()).toMillis() / 1000.0);
  }
}
