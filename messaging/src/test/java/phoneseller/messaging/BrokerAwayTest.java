package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.local.FreePort;

/** The broker starts long after the service. */
class BrokerAwayTest {

  private static final int KEYS = 3;
  private static final int EVENTS = 60;

  @TempDir Path data;

  @Test
  void eventsWaitForTheBrokerThenAllGoInTheirOrder() throws Exception {
    var topic = new Topic("127.0.0.1:" + FreePort.find(), "phoneseller");
    try (var database = Database.H2.create();
        var publisher = new Publisher("app:1", database, topic)) {
      var jdbc = new JdbcTemplate(database);
      publisher.publish(
          IntStream.range(0, EVENTS).mapToObj(n -> new Happened(n % KEYS, "" + n)).toList());
      publisher.start();
      await().until(() -> "app:1".equals(leader(jdbc)));

      try (var broker = new BrokerProcess(topic.address(), data)) {
        broker.start();
        assertThat(publisher.relayed()).isLessThan(EVENTS);
        await().atMost(Duration.ofSeconds(60)).until(() -> publisher.relayed() == EVENTS);

        assertThat(topic.valuesByKey())
            .hasSize(KEYS)
            .allSatisfy((key, values) ->
                assertThat(values)
                    .containsExactlyElementsOf(
                        IntStream.range(0, EVENTS)
                            .filter(n -> n % KEYS == Integer.parseInt(key))
                            .mapToObj(n -> Publisher.json(new Happened(n % KEYS, "" + n)))
                            .toList()));
        assertThat(jdbc.queryForObject("select count(*) from outbox", Integer.class)).isZero();
      }
    }
  }

  private static String leader(JdbcTemplate jdbc) {
    return String.valueOf(jdbc.queryForObject("select holder from outbox_lease", String.class));
  }
}
