package phoneseller.customer.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.OrderWatch;
import phoneseller.customer.view.WatchedOrders;
import phoneseller.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The end of a stream, and what it bears before. */
class OrderStreamTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.H2.migrated());
  private final WatchedOrders watched =
      new WatchedOrders(new ActiveSet(JdbcClient.create(jdbc)), jdbc);
  private final OrderWatch watch = watched.watch(2, LONG);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Queue<Supplier<Optional<OrderState>>> looks = new ArrayDeque<>();

  @Test
  void itSaysNothingFromTimeToTimeAndEndsAfterItsTime() throws Exception {
    long began = System.nanoTime();

    stream(Duration.ofMillis(100), Duration.ofMillis(350)).run(state("Ordered"));

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(350), LONG);
    assertThat(written())
        .startsWith("retry: 2000\n\nevent: order\ndata: {")
        .contains("id: /app/o1\nevent: step\ndata: {\"event\":\"Ordered\"")
        .endsWith("\n\n:\n\n");
  }

  @Test
  void itBearsADatabaseThatIsAwayForAWhile() throws Exception {
    looks.add(() -> {
      throw new DataAccessResourceFailureException("away");
    });
    looks.add(() -> Optional.of(state("Payed")));
    looks.add(Optional::empty);
    var stream = stream(Duration.ofMillis(100), LONG);
    watch.wake();

    var running = Thread.ofVirtual().start(() -> run(stream, state("Ordered")));
    await().until(() -> written().contains("\"status\":\"Payed\""));
    watch.wake();

    assertThat(running.join(LONG)).as("ended, as the reader may not see it any more").isTrue();
    assertThat(looks).isEmpty();
  }

  @Test
  void itEndsAtOnceWhenItIsTold() throws Exception {
    var stream = stream(LONG, LONG);
    var running = Thread.ofVirtual().start(() -> run(stream, state("Ordered")));
    await().until(() -> written().contains("event: step"));

    stream.end();

    assertThat(running.join(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void anIdCannotPretendToBeAnythingElse() throws Exception {
    var writer = new EventWriter(out::write, JsonMapper.shared());
    writer.event("/app/1\n\nevent: order", "step", Map.of());
    writer.flush();

    assertThat(written()).isEqualTo("id: /app/1__event: order\nevent: step\ndata: {}\n\n");
  }

  private static void run(OrderStream stream, OrderState first) {
    try {
      stream.run(first);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private OrderStream stream(Duration heartbeat, Duration longest) {
    var settings = new StreamSettings(1, Duration.ofMillis(100), heartbeat, longest);
    return new OrderStream(
        watch,
        () -> looks.remove().get(),
        new EventWriter(out::write, JsonMapper.shared()),
        settings);
  }

  private String written() {
    return out.toString(UTF_8);
  }

  private static OrderState state(String status) {
    var row = new CustomerRow(2, 2, "guest", "GX Note99", 1, 495_000L, status, null, Map.of());
    var entry = new TimelineEntry("Ordered", Instant.EPOCH, 495_000L, null, "/app", null);
    return new OrderState(row, List.of(new Timelines.Told("/app/o1", entry)));
  }
}
