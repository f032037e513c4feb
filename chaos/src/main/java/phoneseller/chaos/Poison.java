package phoneseller.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records that nobody can read at the head of each partition, and one that the store cannot book
 * until it is repaired: they are parked, the rest goes on, and what can be repaired is replayed.
 */
final class Poison implements Exercise.Drill {

  private static final List<String> READERS = List.of("app", "pay", "store", "reward", "customer");
  private static final int PARTITIONS = 12;
  private static final String CURSED = "Cursed Phone";
  private static final Duration MOST = Duration.ofSeconds(30);

  @Override
  public void run(Exercise exercise) throws IOException, InterruptedException, SQLException {
    var findings = exercise.findings();
    var shop = exercise.shop();
    inTheStore(shop, "alter table shipment add constraint cursed check (item <> '" + CURSED + "')");
    spread("127.0.0.1:" + shop.process("kafka").port());
    long moment = System.nanoTime();
    long cursed = order(shop);
    exercise.history().promised(cursed);
    boolean parked = awaitParked(shop, 1);
    var took = Duration.ofNanos(System.nanoTime() - moment);
    findings.expect("records parked by all five services", parked, "all", parked);
    findings.atMost("until they were parked", took, MOST);
    exercise.pass(exercise.length());
    findings.none("orders not taken", exercise.shots().that(shot -> !shot.isTaken()).all());
    String state = shipment(shop, cursed);
    findings.expect(
        "shipment of the order that cannot be booked",
        state,
        "not Shipped",
        !state.equals("Shipped"));
    inTheStore(shop, "alter table shipment drop constraint cursed");
    exercise.out().println("repaired");
    deadLetters(exercise, "replay", "all");
    long repaired = System.nanoTime();
    boolean shipped = awaitShipped(shop, cursed);
    findings.expect(
        "shipment after the repair and the replay", shipment(shop, cursed), "Shipped", shipped);
    findings.tell("  seconds", Findings.text(Duration.ofNanos(System.nanoTime() - repaired)));
    awaitParked(shop, 2);
    deadLetters(exercise, "explain", "all", "a drill: no service can ever read them");
    exercise.awaitRest("the load's end", System.nanoTime(), 1);
  }

  private static void spread(String broker) throws InterruptedException {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      byte[] value = "no json".getBytes(StandardCharsets.UTF_8);
      for (int partition = 0; partition < PARTITIONS; partition++) {
        producer.send(new ProducerRecord<>("phoneseller", partition, "x", value)).get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long order(Shop shop) throws IOException {
    var body =
        Map.of("item", CURSED, "qty", 1, "price", 495_000, "customerId", "customer-of-the-drill");
    String json = JsonMapper.shared().writeValueAsString(body);
    var key = Map.of("Idempotency-Key", "cursed");
    var client = new Client(shop);
    Waiting.until(
        "the order that cannot be booked",
        MOST,
        () -> client.send("gateway", "POST", "/orders", json, key).status() < 300);
    return client.send("gateway", "POST", "/orders", json, key).id();
  }

  /** Every service parks the twelve each time; the store its own one, too. */
  private static boolean awaitParked(Shop shop, int times) {
    try {
      Waiting.until(
          "parked",
          MOST.multipliedBy(2),
          () -> {
            for (var reader : READERS) {
              int least = times * PARTITIONS + (reader.equals("store") ? 1 : 0);
              if (Metrics.of(shop.process(reader)).getOrDefault("events_parked_total", 0.0)
                  < least) {
                return false;
              }
            }
            return true;
          });
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  private static boolean awaitShipped(Shop shop, long order) {
    try {
      Waiting.until("shipped", MOST, () -> shipment(shop, order).equals("Shipped"));
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  private static String shipment(Shop shop, long order) {
    return new Truth(new Client(shop), MOST).shipment(order);
  }

  private static void inTheStore(Shop shop, String sql) throws SQLException {
    String url = "jdbc:postgresql://localhost:" + shop.process("postgres").port() + "/store";
    try (var connection = DriverManager.getConnection(url, "store", "store");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void deadLetters(Exercise exercise, String... words)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of(Member.java(), "-cp", System.getProperty("java.class.path")));
    command.add("phoneseller.messaging.DeadLetterCommand");
    command.addAll(List.of(words));
    command.addAll(List.of("--bootstrap", "localhost:" + exercise.shop().process("kafka").port()));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(exercise.shop().folder().resolve("dead-letters.log").toFile())
            .start();
    int code = process.waitFor();
    exercise.findings().expect("dead-letters " + words[0], code, "0", code == 0);
  }
}
