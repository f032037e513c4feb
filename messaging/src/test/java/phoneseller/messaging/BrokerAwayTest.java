package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.local.FreePort;
import phoneseller.local.LocalKafka;

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

      Process broker = launch(topic.address());
      try {
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
      } finally {
        broker.destroyForcibly().waitFor();
      }
    }
  }

  private static String leader(JdbcTemplate jdbc) {
    return String.valueOf(jdbc.queryForObject("select holder from outbox_lease", String.class));
  }

  private Process launch(String address) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalKafka.class.getName(),
                "--port",
                address.substring(address.indexOf(':') + 1),
                "--data",
                data.toString())
            .redirectError(Redirect.DISCARD)
            .start();
    try (var output = process.inputReader()) {
      assertThat(output.lines().anyMatch(line -> line.startsWith("kafka is ready"))).isTrue();
    }
    return process;
  }
}
