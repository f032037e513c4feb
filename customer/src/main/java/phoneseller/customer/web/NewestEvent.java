package phoneseller.customer.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import phoneseller.customer.view.ActiveSet;

/** As of when the view speaks. */
@Repository
class NewestEvent {

  private static final String NEWEST =
      "select max(event_at) from view_position where table_set = ?";

  private final JdbcClient jdbc;
  private final ActiveSet sets;

  NewestEvent(JdbcClient jdbc, ActiveSet sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  /** Nothing of a view that has not heard of anything. */
  Optional<Instant> time() {
    return jdbc.sql(NEWEST)
        .param(sets.current().number())
        .query((rs, _) -> rs.getObject(1, OffsetDateTime.class))
        .optional()
        .map(OffsetDateTime::toInstant);
  }
}
