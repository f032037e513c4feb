package phoneseller.customer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import phoneseller.testing.TestDatabase;

/** Without the look-up that runs now and then in a service. */
class WatchedOrdersTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final ReadToken TOKEN = ReadToken.of("17.Ordered");

  private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.H2.migrated());
  private final WatchedOrders orders =
      new WatchedOrders(new ActiveSet(JdbcClient.create(jdbc)), jdbc);

  @Test
  void aCommitWakesAllWhoWaitForItsStepAndNobodyElse() throws Exception {
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = readers.submit(() -> orders.awaited(TOKEN, LONG));
      var another = readers.submit(() -> orders.awaited(TOKEN, LONG));
      var later =
          readers.submit(() -> orders.awaited(ReadToken.of("17.Shipped"), Duration.ofSeconds(1)));
      await().until(() -> orders.count() == 3);

      orders.committed(List.of(ReadToken.of("16.Ordered"), TOKEN));

      assertThat(one.get()).isTrue();
      assertThat(another.get()).isTrue();
      assertThat(later.get()).isFalse();
      assertThat(orders.count()).isZero();
    }
  }

  @Test
  void afterASwapTheNewSetIsAsked() throws Exception {
    assertThat(orders.awaited(TOKEN, Duration.ZERO)).isFalse();
    jdbc.update(
        """
        insert into timeline_2 (order_id, source, event_id, step, event, happened_at, row_id)
        values (17, '/app', 'o1', 10, 'Ordered', current_timestamp, 17)\
        """);
    jdbc.update("update active_set set table_set = 2");

    assertThat(orders.awaited(TOKEN, Duration.ZERO)).isTrue();
  }
}
