package phoneseller.messaging;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Of several relays on one outbox, one leads: two would break the order of a key. The lease ends by
 * itself when its holder dies, and is given back when it leaves. The database's clock decides.
 */
final class RelayLease {

  private final JdbcTemplate jdbc;
  private final String holder;
  private final long lengthNanos;
  private final long marginNanos;
  private final String take;
  private long heldUntil;
  private boolean held;

  /**
   * @param holder names this instance; the same name after a restart takes over at once
   * @param length counted in whole seconds, here as in the database
   * @param margin how much of the lease must be left for it to count as held
   */
  RelayLease(JdbcTemplate jdbc, String holder, Duration length, Duration margin) {
    this.jdbc = jdbc;
    this.holder = holder;
    long seconds = length.toSeconds();
    this.lengthNanos = Duration.ofSeconds(seconds).toNanos();
    this.marginNanos = margin.toNanos();
    this.take =
        """
        update outbox_lease set holder = ?, expires_at = current_timestamp + interval '%d' second
        where name = 'relay' and (holder = ? or expires_at <= current_timestamp)\
        """
            .formatted(seconds);
  }

  /** Whether this instance leads for at least the margin from now; takes or renews if it can. */
  boolean held() {
    long now = System.nanoTime();
    if (!held || heldUntil - now < marginNanos) {
      held = jdbc.update(take, holder, holder) == 1;
      heldUntil = now + lengthNanos;
    }
    return held;
  }

  void release() {
    held = false;
    jdbc.update(
        "update outbox_lease set expires_at = current_timestamp where name = 'relay' and holder ="
            + " ?",
        holder);
  }
}
