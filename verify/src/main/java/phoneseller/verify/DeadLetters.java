package phoneseller.verify;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The dead letters that are neither settled nor explained by an operator. */
final class DeadLetters {

  private static final String TOPIC = "phoneseller.dead-letters";
  private static final Pattern ORDER = Pattern.compile("\\d{1,18}");

  private final String bootstrap;
  private final Duration patience;

  DeadLetters(String bootstrap, Duration patience) {
    this.bootstrap = bootstrap;
    this.patience = patience;
  }

  List<Finding> unexplained() {
    var deadline = new Deadline(patience);
    try (var consumer =
        new KafkaConsumer<>(
            Topic.config(bootstrap), new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions = Topic.partitions(TOPIC, consumer, deadline);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var open = new LinkedHashMap<String, ConsumerRecord<String, byte[]>>();
      Topic.readToEnd(consumer, partitions, letter -> keep(letter, open));
      return open.values().stream().map(DeadLetters::finding).toList();
    } catch (KafkaException e) {
      throw new CannotVerify("the dead letters cannot be read: " + e.getMessage(), e);
    }
  }

  private static void keep(
      ConsumerRecord<String, byte[]> letter, Map<String, ConsumerRecord<String, byte[]>> open) {
    if (letter.value() == null || Topic.header(letter, "dead-letter-explanation") != null) {
      open.remove(letter.key());
    } else {
      open.put(letter.key(), letter);
    }
  }

  private static Finding finding(ConsumerRecord<String, byte[]> letter) {
    String key = requireNonNullElse(Topic.header(letter, "dead-letter-key"), "");
    return new Finding(
        Invariant.DEAD_LETTERS,
        ORDER.matcher(key).matches() ? Long.parseLong(key) : 0,
        "%s %s: %s"
            .formatted(
                letter.key(),
                requireNonNullElse(Topic.header(letter, "ce_type"), "a record"),
                Topic.header(letter, "dead-letter-error")));
  }
}
