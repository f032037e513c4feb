package phoneseller.messaging;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The dead letters that are not settled. A replayed record goes back to its topic with its original
 * key, value and headers, for the one service that had parked it, and its dead letter is settled.
 * Dying in between repeats a replay, which is harmless, and never loses one. A letter that is to
 * stay can be explained; it can be replayed all the same.
 */
final class DeadLetterBox {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final List<String> OWN_HEADERS =
      List.of(
          DeadLetters.SERVICE,
          DeadLetters.ERROR,
          DeadLetters.AT,
          DeadLetters.KEY,
          DeadLetters.EXPLANATION);

  private final String topic;
  private final Consumer<String, byte[]> consumer;
  private final Producer<String, byte[]> producer;

  DeadLetterBox(
      String topic, Consumer<String, byte[]> consumer, Producer<String, byte[]> producer) {
    this.topic = topic;
    this.consumer = consumer;
    this.producer = producer;
  }

  /**
   * Reads the topic from its beginning to its present end.
   *
   * @param wanted by id
   * @param kept what is kept of each
   * @param most kept at a time; further ones are passed over
   * @throws TimeoutException when that takes too long
   */
  <T> Map<String, T> open(
      Predicate<String> wanted,
      Function<ConsumerRecord<String, byte[]>, T> kept,
      int most,
      Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = consumer.endOffsets(partitions);
    var open = new LinkedHashMap<String, T>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("the dead letters could not be read in " + atMost);
      }
      for (var letter : consumer.poll(POLL)) {
        if (letter.value() == null) {
          open.remove(letter.key());
        } else if (wanted.test(letter.key())
            && (open.size() < most || open.containsKey(letter.key()))) {
          open.put(letter.key(), kept.apply(letter));
        }
      }
    }
    return open;
  }

  void replay(ConsumerRecord<String, byte[]> letter)
      throws ExecutionException, InterruptedException {
    String id = letter.key();
    String origin = id.substring(id.indexOf('/') + 1, id.lastIndexOf('-'));
    int partition = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1, id.lastIndexOf('@')));
    var again =
        new ProducerRecord<>(
            origin,
            partition,
            EventHeaders.read(letter.headers(), DeadLetters.KEY),
            letter.value());
    letter.headers().forEach(again.headers()::add);
    OWN_HEADERS.forEach(again.headers()::remove);
    String service = id.substring(0, id.indexOf('/'));
    EventHeaders.add(again.headers(), EventHeaders.REPLAY_FOR, service);
    producer.send(again).get();
    producer.send(new ProducerRecord<>(letter.topic(), id, null)).get();
  }

  void explain(ConsumerRecord<String, byte[]> letter, String why)
      throws ExecutionException, InterruptedException {
    var explained = new ProducerRecord<>(letter.topic(), letter.key(), letter.value());
    letter.headers().forEach(explained.headers()::add);
    explained.headers().remove(DeadLetters.EXPLANATION);
    EventHeaders.add(explained.headers(), DeadLetters.EXPLANATION, why);
    producer.send(explained).get();
  }
}
