package phoneseller.benchmark.bare;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import phoneseller.local.Topics;

/** Takes whole polls of events, and writes what follows from each poll in one transaction. */
final class Feed {

  /** What follows from a poll. */
  interface Reaction {
    List<Row> rows(List<Flat> events) throws Exception;
  }

  private final String group;
  private final String broker;
  private final Commits commits;
  private final Reaction reaction;

  Feed(String group, String broker, Commits commits, Reaction reaction) {
    this.group = group;
    this.broker = broker;
    this.commits = commits;
    this.reaction = reaction;
  }

  void start() {
    Thread.ofPlatform().name("feed").start(() -> Ending.onFailure(this::run));
  }

  private void run() throws Exception {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker,
            "group.id",
            group,
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "earliest",
            "max.poll.records",
            "2000",
            "fetch.min.bytes",
            "65536",
            "fetch.max.wait.ms",
            "40");
    try (var consumer =
        new KafkaConsumer<>(settings, new LongDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.EVENTS));
      while (true) {
        var records = consumer.poll(Duration.ofSeconds(1));
        var rows =
            reaction.rows(
                StreamSupport.stream(records.spliterator(), false)
                    .map(record -> new Flat(record.value()))
                    .toList());
        if (!rows.isEmpty()) {
          commits.write(rows);
        }
        if (!records.isEmpty()) {
          consumer.commitAsync();
        }
      }
    }
  }
}
