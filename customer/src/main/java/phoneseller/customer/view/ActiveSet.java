package phoneseller.customer.view;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which set of tables answers. What this instance has seen holds for a moment: after a swap by
 * another instance the old set stays whole for much longer than that, it only stops moving.
 */
@Component
public class ActiveSet {

  private static final Duration MOMENT = Duration.ofMillis(250);

  private final JdbcClient jdbc;
  private volatile @Nullable Seen seen;

  private record Seen(TableSet set, long nanos) {}

  public ActiveSet(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As of a moment ago at the latest. */
  public TableSet current() {
    var last = seen;
    return last == null || System.nanoTime() - last.nanos > MOMENT.toNanos() ? asked() : last.set;
  }

  /** As the database has it. */
  public TableSet asked() {
    long now = System.nanoTime();
    int number = jdbc.sql("select table_set from active_set").query(Integer.class).single();
    var set = TableSet.of(number);
    seen = new Seen(set, now);
    return set;
  }

  /** After a swap has been noticed. */
  public void forget() {
    seen = null;
  }
}
