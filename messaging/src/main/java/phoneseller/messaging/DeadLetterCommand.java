package phoneseller.messaging;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Lists the dead letters and replays them: the record goes back to its topic with its original key,
 * value and headers, for the one service that had parked it, and its dead letter is settled. Dying
 * in between repeats a replay, which is harmless, and never loses one. A letter that is to stay can
 * be explained; it can be replayed all the same.
 */
public final class DeadLetterCommand implements AutoCloseable {

  private static final String USAGE =
      """
      usage: dead-letters list
             dead-letters replay all | ID...
             dead-letters explain all | ID... "WHY"
             [--bootstrap HOST:PORT]\
      """;
  private static final String TOPIC = "phoneseller.dead-letters";

  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;

  DeadLetterCommand(String bootstrap) {
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
  }

  public static void main(String[] arguments) {
    var words = new ArrayList<>(List.of(arguments));
    int option = words.indexOf("--bootstrap");
    String bootstrap = "localhost:9092";
    if (option >= 0 && option + 1 < words.size()) {
      bootstrap = words.get(option + 1);
      words.subList(option, option + 2).clear();
    }
    if (!understood(words)) {
      System.err.println(USAGE);
      System.exit(2);
    }
    try (var command = new DeadLetterCommand(bootstrap)) {
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
      throws ExecutionException, InterruptedException {
    var chosen = chosen(ids, err);
    if (chosen == null) {
      return false;
    }
    for (var letter : chosen) {
      replay(letter);
      out.println("replayed " + letter.key());
    }
    return true;
  }

  boolean explain(List<String> ids, String why, PrintStream out, PrintStream err)
      throws ExecutionException, InterruptedException {
    var chosen = chosen(ids, err);
    if (chosen == null) {
      return false;
    }
    for (var letter : chosen) {
      var explained = new ProducerRecord<>(letter.topic(), letter.key(), letter.value());
      letter.headers().forEach(explained.headers()::add);
      explained.headers().remove(DeadLetters.EXPLANATION);
      EventHeaders.add(explained.headers(), DeadLetters.EXPLANATION, why);
      producer.send(explained).get();
      out.println("explained " + letter.key());
    }
    return true;
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

  private void replay(ConsumerRecord<String, byte[]> letter)
      throws ExecutionException, InterruptedException {
    String id = letter.key();
    String topic = id.substring(id.indexOf('/') + 1, id.lastIndexOf('-'));
    int partition = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1, id.lastIndexOf('@')));
    var again =
        new ProducerRecord<>(
            topic, partition, EventHeaders.read(letter.headers(), DeadLetters.KEY), letter.value());
    letter.headers().forEach(again.headers()::add);
    String service = id.substring(0, id.indexOf('/'));
    for (String header :
        List.of(
            DeadLetters.SERVICE,
            DeadLetters.ERROR,
            DeadLetters.AT,
            DeadLetters.KEY,
            DeadLetters.EXPLANATION)) {
      again.headers().remove(header);
    }
    EventHeaders.add(again.headers(), EventHeaders.REPLAY_FOR, service);
    producer.send(again).get();
    producer.send(new ProducerRecord<>(letter.topic(), id, null)).get();
  }

  private Map<String, ConsumerRecord<String, byte[]>> open() {
    var partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = consumer.endOffsets(partitions);
    var open = new LinkedHashMap<String, ConsumerRecord<String, byte[]>>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      for (var letter : consumer.poll(Duration.ofMillis(200))) {
        if (letter.value() == null) {
          open.remove(letter.key());
        } else {
          open.put(letter.key(), letter);
        }
      }
    }
    return open;
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
