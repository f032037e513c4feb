package phoneseller.customer.projection;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The right to rebuild: of all instances one at a time has it, for as long as it goes on. Each
 * claim has a number, and nothing is written for a rebuild but under its own, so that one that
 * stood still while another began can do no harm. Here everybody reads how far it is, too.
 */
@Repository
class RebuildClaim {

  private static final String TAKE =
      """
      update rebuild set claim = claim + 1, holder = ?, state = 'RUNNING', phase = 'begins',
        records = 0, of_records = 0, started_at = current_timestamp, finished_at = null, told = '',
        expires_at = current_timestamp + interval '30' second
      where state <> 'RUNNING' or holder = ? or expires_at <= current_timestamp\
      """;
  private static final String RENEW =
      """
      update rebuild set phase = ?, records = ?, of_records = ?,
        expires_at = current_timestamp + interval '30' second
      where claim = ? and state = 'RUNNING'\
      """;
  private static final String HELD =
      "select claim from rebuild where claim = ? and state = 'RUNNING'";
  private static final String END =
      """
      update rebuild set state = ?, phase = '', told = ?, finished_at = current_timestamp,
        expires_at = current_timestamp
      where claim = ? and state = 'RUNNING'\
      """;
  private static final int LONGEST_TOLD = 4000;

  private final JdbcTemplate jdbc;

  RebuildClaim(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** How a rebuild goes; expired: whoever ran it has died. */
  record Standing(
      String holder,
      State state,
      String phase,
      long records,
      long ofRecords,
      @Nullable OffsetDateTime startedAt,
      @Nullable OffsetDateTime finishedAt,
      String told) {}

  enum State {
    /** There has been no rebuild yet. */
    NONE,
    RUNNING,
    DONE,
    FAILED,
    /** It ran, and nothing has been heard of it since. */
    DIED
  }

  /** The number of the new claim; none while another instance is at it. */
  Optional<Long> take(String holder) {
    return jdbc.update(TAKE, holder, holder) == 0
        ? Optional.empty()
        : Optional.ofNullable(jdbc.queryForObject("select claim from rebuild", Long.class));
  }

  /**
   * Within the transaction of what a rebuild writes: others wait for its end before they begin.
   *
   * @throws Lost when another one has begun
   */
  void renew(long claim, String phase, long records, long ofRecords) {
    if (jdbc.update(RENEW, phase, records, ofRecords, claim) == 0) {
      throw new Lost();
    }
  }

  /**
   * At the end of what a rebuild writes beside that, and does not make others wait.
   *
   * @throws Lost when another one has begun
   */
  void check(long claim) {
    if (jdbc.queryForList(HELD, claim).isEmpty()) {
      throw new Lost();
    }
  }

  void end(long claim, State state, String told) {
    var text = told.length() > LONGEST_TOLD ? told.substring(0, LONGEST_TOLD) : told;
    if (jdbc.update(END, state.name(), text, claim) == 0) {
      throw new Lost();
    }
  }

  Standing standing() {
    var sql =
        "select r.*, case when expires_at <= current_timestamp then 1 else 0 end as dead"
            + " from rebuild r";
    return jdbc.query(
            sql,
            (rs, _) -> {
              var state = State.valueOf(rs.getString("state"));
              return new Standing(
                  rs.getString("holder"),
                  state == State.RUNNING && rs.getInt("dead") == 1 ? State.DIED : state,
                  rs.getString("phase"),
                  rs.getLong("records"),
                  rs.getLong("of_records"),
                  rs.getObject("started_at", OffsetDateTime.class),
                  rs.getObject("finished_at", OffsetDateTime.class),
                  rs.getString("told"));
            })
        .getFirst();
  }

  /** Another rebuild has begun since; this one must not write any more. */
  static final class Lost extends OptimisticLockingFailureException {
    Lost() {
      super("another rebuild has begun");
    }
  }
}
