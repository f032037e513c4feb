package phoneseller.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this instance is behind on its partitions of the topic: the age of the oldest event that
 * it has not applied. An age of zero needs proof, an end of the partition that was seen a moment
 * ago and has been reached. Without it, when no broker tells, the age counts from the last proof.
 */
final class Lag {

  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final Clock clock;
  private final Map<TopicPartition, Standing> standings = new ConcurrentHashMap<>();

  /**
   * @param next the first offset that is not applied
   * @param end the furthest end of the partition that was ever seen
   * @param endSeen when it was looked at last
   * @param completeUntil every event until then is applied
   */
  private record Standing(long next, long end, Instant endSeen, Instant completeUntil) {

    Standing begun(Instant oldestWaiting) {
      return new Standing(next, end, endSeen, oldestWaiting);
    }

    Standing applied(long offset, Instant time) {
      boolean atEnd = offset + 1 >= end && endSeen.isAfter(time);
      return new Standing(offset + 1, end, endSeen, atEnd ? endSeen : time);
    }

    Standing seen(long newEnd, Instant at) {
      return new Standing(next, newEnd, at, next >= newEnd ? at : completeUntil);
    }

    Duration age(Instant now) {
      boolean atEnd = next >= end && endSeen.plus(A_MOMENT).isAfter(now);
      return atEnd || completeUntil.isAfter(now)
          ? Duration.ZERO
          : Duration.between(completeUntil, now);
    }
  }

  Lag(Clock clock) {
    this.clock = clock;
  }

  void assigned(Map<TopicPartition, Long> positions) {
    positions.forEach((partition, next) -> standings.put(partition, unseen(next)));
  }

  /** What another instance takes over is no longer behind here. */
  void revoked(Collection<TopicPartition> partitions) {
    standings.keySet().removeAll(partitions);
  }

  Set<TopicPartition> partitions() {
    return Set.copyOf(standings.keySet());
  }

  /** These records have come, and wait to be applied. */
  void received(List<? extends ConsumerRecord<?, ?>> records) {
    for (var record : lastOfEachPartition(records.reversed())) {
      standings.compute(
          partition(record),
          (_, old) ->
              (old == null ? unseen(record.offset()) : old).begun(EventDecoder.time(record)));
    }
  }

  void applied(List<? extends ConsumerRecord<?, ?>> records) {
    for (var record : lastOfEachPartition(records)) {
      standings.computeIfPresent(
          partition(record), (_, old) -> old.applied(record.offset(), EventDecoder.time(record)));
    }
  }

  /** The broker has told the ends of these partitions. */
  void ended(Map<TopicPartition, Long> ends, Instant at) {
    ends.forEach(
        (partition, end) -> standings.computeIfPresent(partition, (_, old) -> old.seen(end, at)));
  }

  /** The age of the oldest event that is not applied, or may not be. */
  Duration age() {
    var now = clock.instant();
    return standings.values().stream()
        .map(standing -> standing.age(now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Records that are not applied, as far as the ends of the partitions are known. */
  long records() {
    return standings.values().stream().mapToLong(each -> Math.max(0, each.end - each.next)).sum();
  }

  private Standing unseen(long next) {
    return new Standing(next, next, Instant.EPOCH, clock.instant());
  }

  /** They alone count: a time is read from text, and a batch is hundreds of records. */
  private static Collection<ConsumerRecord<?, ?>> lastOfEachPartition(
      List<? extends ConsumerRecord<?, ?>> records) {
    var last = new HashMap<TopicPartition, ConsumerRecord<?, ?>>();
    records.forEach(record -> last.put(partition(record), record));
    return last.values();
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
