package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import phoneseller.local.FreePort;

/** The consumer's PostgreSQL dies in the midst of its transactions, and comes back later. */
@Execution(CONCURRENT)
class DatabaseLossTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LONGER_THAN_BETWEEN_POLLS = Duration.ofSeconds(8);
  private static final int EVENTS = 600;

  @TempDir Path data;

  private final int port = FreePort.find();
  private final Topic topic = TestBroker.newTopic(1);
  private final Topic parked = TestBroker.newTopic(1);

  @Test
  void nothingIsParkedAndNothingIsLostHoweverLongItTakes() throws Exception {
    var server = start();
    var alive = new AtomicBoolean(true);
    topic.put(IntStream.range(0, EVENTS).mapToObj(this::event).toList());
    try (var pool = pool();
        var subscriber =
            new Subscriber(
                "service-" + UUID.randomUUID(),
                topic,
                parked.name(),
                pool,
                impatient(),
                _ -> {
                  if (alive.getAndSet(false)) {
                    kill();
                  }
                })) {
      subscriber.start();
      await().atMost(PATIENCE).until(() -> !alive.get());
      topic.put(List.of(event(EVENTS)));
      await().pollDelay(LONGER_THAN_BETWEEN_POLLS).atMost(PATIENCE).until(() -> true);
      server.close(); // it is dead; this lets go of its folder
      server = start();

      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(() ->
              assertThat(subscriber.applied())
                  .containsExactlyElementsOf(
                      IntStream.rangeClosed(0, EVENTS).mapToObj(Integer::toString).toList()));
      assertThat(subscriber.deadLetters.parked()).isZero();
      assertThat(parked.records()).isEmpty();
    } finally {
      server.close();
    }
  }

  private ProducerRecord<String, byte[]> event(int n) {
    return topic.record("7", Publisher.json(new Happened(7, Integer.toString(n))));
  }

  private static KafkaProperties impatient() {
    var kafka = TestBroker.properties();
    kafka.getConsumer().getProperties().put("max.poll.interval.ms", "5000");
    return kafka;
  }

  private HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:postgresql://localhost:" + port + "/postgres");
    pool.setUsername("postgres");
    pool.setConnectionTimeout(1_000);
    pool.setMaximumPoolSize(2);
    return pool;
  }

  /** What it has committed survives its death, as in production; by default it would not. */
  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setServerConfig("synchronous_commit", "on")
        .setDataDirectory(data.resolve("postgres"))
        .setCleanDataDirectory(false)
        .start();
  }

  /** SIGKILL for the server and all that work for it. */
  private void kill() {
    Path pidFile = data.resolve("postgres/postmaster.pid");
    try {
      var server =
          ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
              .orElseThrow();
      var all = Stream.concat(Stream.of(server), server.descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
      Files.delete(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
