package phoneseller.messaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Correlation;

/**
 * Lists the dead letters of all services, replays them and explains them. Of what it changes it
 * keeps a record, a line each, in the name of the operating system's user.
 */
public final class DeadLetterCommand implements AutoCloseable {

  private static final String USAGE =
      """
      usage: dead-letters list
             dead-letters replay all | ID...
             dead-letters explain all | ID... "WHY"
             [--bootstrap HOST:PORT] [--audit FILE]\
      """;
  private static final String TOPIC = "phoneseller.dead-letters";
  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private final DeadLetterBox box;
  private final @Nullable Path audit;

  DeadLetterCommand(String bootstrap) {
    this(bootstrap, null);
  }

  /**
   * @param audit where the record is kept; nowhere if absent
   */
  DeadLetterCommand(String bootstrap, @Nullable Path audit) {
    this.audit = audit;
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "default.api.timeout.ms",
            10_000,
            "request.timeout.ms",
            5_000,
            "max.block.ms",
            10_000,
            "isolation.level",
            "read_uncommitted");
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    box = new DeadLetterBox(TOPIC, consumer, producer);
  }

  public static void main(String[] arguments) {
    var words = new ArrayList<>(List.of(arguments));
    String bootstrap = Objects.requireNonNullElse(option("--bootstrap", words), "localhost:9092");
    String audit = option("--audit", words);
    if (!understood(words)) {
      System.err.println(USAGE);
      System.exit(2);
    }
    try (var command = new DeadLetterCommand(bootstrap, audit == null ? null : Path.of(audit))) {
      boolean done =
          switch (words.getFirst()) {
            case "list" -> command.list(System.out);
            case "replay" -> command.replay(words.subList(1, words.size()), System.out, System.err);
            default ->
                command.explain(
                    words.subList(1, words.size() - 1), words.getLast(), System.out, System.err);
          };
      System.exit(done ? 0 : 1);
    } catch (Exception e) {
      System.err.println("dead-letters: " + e.getMessage());
      System.exit(1);
    }
  }

  /** Takes the option and its value out of the words. */
  private static @Nullable String option(String name, List<String> words) {
    int option = words.indexOf(name);
    if (option < 0 || option + 1 >= words.size()) {
      return null;
    }
    String value = words.get(option + 1);
    words.subList(option, option + 2).clear();
    return value;
  }

  private static boolean understood(List<String> words) {
    return switch (words.isEmpty() ? "" : words.getFirst()) {
      case "list" -> words.size() == 1;
      case "replay" -> words.size() > 1;
      case "explain" -> words.size() > 2 && !words.getLast().isBlank();
      default -> false;
    };
  }

  boolean list(PrintStream out) {
    var open = open();
    open.values().forEach(letter -> describe(letter, out));
    out.println(open.size() + (open.size() == 1 ? " dead letter" : " dead letters"));
    return true;
  }

  boolean replay(List<String> ids, PrintStream out, PrintStream err)
      throws ExecutionException, InterruptedException, IOException {
    var chosen = chosen(ids, err);
    if (chosen == null) {
      return false;
    }
    for (var letter : chosen) {
      box.replay(letter);
      record("replay of a dead letter", letter, "-");
      out.println("replayed " + letter.key());
    }
    return true;
  }

  boolean explain(List<String> ids, String why, PrintStream out, PrintStream err)
      throws ExecutionException, InterruptedException, IOException {
    var chosen = chosen(ids, err);
    if (chosen == null) {
      return false;
    }
    for (var letter : chosen) {
      box.explain(letter, why);
      record("explanation of a dead letter", letter, why);
      out.println("explained " + letter.key());
    }
    return true;
  }

  private void record(String what, ConsumerRecord<String, byte[]> letter, String why)
      throws IOException {
    if (audit != null) {
      var correlation = EventHeaders.read(letter.headers(), Correlation.ID_HEADER);
      var line =
          "%s who=%s what=%s on=%s why=%s correlation=%s%n"
              .formatted(
                  Instant.now(),
                  System.getProperty("user.name"),
                  what,
                  letter.key(),
                  why.replaceAll("\\p{Cntrl}", " "),
                  Correlation.wellFormed(correlation).orElse("-"));
      Files.writeString(audit, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** Null when one of them does not exist. */
  private @Nullable List<ConsumerRecord<String, byte[]>> chosen(List<String> ids, PrintStream err) {
    var open = open();
    var unknown =
        ids.equals(List.of("all"))
            ? ""
            : ids.stream().filter(id -> !open.containsKey(id)).collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      err.println("dead-letters: no such dead letter: " + unknown);
      return null;
    }
    return open.values().stream()
        .filter(letter -> ids.contains("all") || ids.contains(letter.key()))
        .toList();
  }

  private Map<String, ConsumerRecord<String, byte[]>> open() {
    return box.open(_ -> true, letter -> letter, Integer.MAX_VALUE, TIME_LIMIT);
  }

  private static void describe(ConsumerRecord<String, byte[]> letter, PrintStream out) {
    out.printf(
        "%s  %s  %s of %s  %s%n",
        letter.key(),
        EventHeaders.read(letter.headers(), DeadLetters.AT),
        Objects.requireNonNullElse(
            EventHeaders.read(letter.headers(), EventHeaders.TYPE), "a record"),
        Objects.requireNonNullElse(EventHeaders.read(letter.headers(), DeadLetters.KEY), "no key"),
        EventHeaders.read(letter.headers(), DeadLetters.ERROR));
    String why = EventHeaders.read(letter.headers(), DeadLetters.EXPLANATION);
    if (why != null) {
      out.println("    explained: " + why);
    }
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}
