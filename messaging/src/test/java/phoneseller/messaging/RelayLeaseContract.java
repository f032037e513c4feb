package phoneseller.messaging;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** What holds of the lead over an outbox on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RelayLeaseContract {

  private static final Duration LONG = ofMinutes(5);

  private final HikariDataSource database;
  private final JdbcTemplate jdbc;

  RelayLeaseContract(Database kind) {
    database = kind.create();
    jdbc = new JdbcTemplate(database);
  }

  @BeforeEach
  void nobodyLeads() {
    jdbc.update("update outbox_lease set holder = '', expires_at = current_timestamp");
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void oneOfTwoLeads() {
    var first = lease("first", LONG);
    var second = lease("second", LONG);

    assertThat(first.held()).isTrue();
    assertThat(second.held()).isFalse();
    assertThat(first.held()).isTrue();
  }

  @Test
  void theLeadIsRenewedByItsHolder() {
    var holder = new RelayLease(jdbc, "holder", ofMinutes(5), ofMinutes(5).minusMillis(100));
    assertThat(holder.held()).isTrue();
    var end = leaseEnd();

    await().atMost(ofSeconds(10)).until(() -> holder.held() && leaseEnd().isAfter(end));
  }

  @Test
  void theOtherLeadsWhenTheLeaseOfADeadHolderHasEnded() {
    assertThat(lease("dead", ofSeconds(1)).held()).isTrue();
    var waiting = lease("waiting", LONG);
    assertThat(waiting.held()).isFalse();

    await().atMost(ofSeconds(10)).until(waiting::held);
  }

  @Test
  void theSameNameLeadsAtOnceAfterARestart() {
    assertThat(lease("holder", LONG).held()).isTrue();

    assertThat(lease("holder", LONG).held()).isTrue();
  }

  @Test
  void aHolderThatLeavesHandsOverAtOnce() {
    var leaving = lease("leaving", LONG);
    assertThat(leaving.held()).isTrue();

    leaving.release();

    assertThat(lease("waiting", LONG).held()).isTrue();
    assertThat(leaving.held()).isFalse();
  }

  @Test
  void whoDoesNotLeadHasNothingToRelease() {
    var holder = lease("holder", LONG);
    assertThat(holder.held()).isTrue();

    lease("waiting", LONG).release();

    assertThat(lease("waiting", LONG).held()).isFalse();
  }

  @Test
  void aHolderThatWasPausedBeyondItsLeaseDoesNotLead() {
    var paused = lease("paused", ofMillis(1_900));
    assertThat(paused.held()).isTrue();
    var waiting = lease("waiting", LONG);

    await().pollInterval(ofMillis(20)).atMost(ofSeconds(10)).until(waiting::held);

    assertThat(paused.held()).isFalse();
  }

  private OffsetDateTime leaseEnd() {
    return Objects.requireNonNull(
        jdbc.queryForObject("select expires_at from outbox_lease", OffsetDateTime.class));
  }

  private RelayLease lease(String holder, Duration length) {
    return new RelayLease(jdbc, holder, length, Duration.ZERO);
  }
}
