package phoneseller.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How far a partition of the topic has been taken: every record before {@code next}.
 *
 * @param time of the newest event that moved it here, to its publisher's clock
 */
public record Position(int partition, long next, Instant time) {

  /** By ascending partition. */
  static List<Position> after(Collection<? extends ConsumerRecord<?, ?>> records) {
    var reached = new TreeMap<Integer, Position>();
    for (var record : records) {
      var position =
          new Position(record.partition(), record.offset() + 1, EventDecoder.time(record));
      reached.merge(position.partition, position, Position::furthest);
    }
    return List.copyOf(reached.values());
  }

  private static Position furthest(Position one, Position other) {
    return new Position(
        one.partition,
        Math.max(one.next, other.next),
        one.time.isAfter(other.time) ? one.time : other.time);
  }
}
