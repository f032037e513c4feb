package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LagTest {

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final TopicPartition FIRST = new TopicPartition("topic", 0);
  private static final TopicPartition SECOND = new TopicPartition("topic", 1);

  private final Hand clock = new Hand();
  private final Lag lag = new Lag(clock);

  @BeforeEach
  void begin() {
    lag.assigned(Map.of(FIRST, 5L, SECOND, 0L));
  }

  @Test
  void anEndThatWasSeenAMomentAgoAndIsReachedProvesThatNothingWaits() {
    clock.now = at(1);
    lag.ended(Map.of(FIRST, 5L, SECOND, 0L), clock.now);
    clock.now = at(4);

    assertThat(lag.age()).isZero();
    assertThat(lag.records()).isZero();
  }

  @Test
  void withoutSuchAProofTheAgeCountsFromTheLast() {
    lag.ended(Map.of(FIRST, 5L, SECOND, 0L), at(1));
    clock.now = at(61);

    assertThat(lag.age()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void beforeTheFirstProofItCountsFromTheAssignment() {
    clock.now = at(7);

    assertThat(lag.age()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void whatHasComeAndIsNotAppliedIsAsOldAsItsOldestRecord() {
    lag.ended(Map.of(FIRST, 7L, SECOND, 0L), at(1));
    clock.now = at(2);

    lag.received(List.of(record(FIRST, 5, at(-30)), record(FIRST, 6, at(-20))));

    assertThat(lag.age()).isEqualTo(Duration.ofSeconds(32));
    assertThat(lag.records()).isEqualTo(2);
  }

  @Test
  void behindTheNewestAppliedRecordOthersMayWait() {
    lag.ended(Map.of(FIRST, 9L, SECOND, 0L), at(1));
    apply(record(FIRST, 5, at(-30)), record(FIRST, 6, at(-20)));
    clock.now = at(2);

    assertThat(lag.age()).isEqualTo(Duration.ofSeconds(22));
    assertThat(lag.records()).isEqualTo(2);
  }

  @Test
  void whenTheLastRecordIsAppliedNothingIsBehind() {
    lag.ended(Map.of(FIRST, 6L, SECOND, 0L), at(1));
    apply(record(FIRST, 5, at(-30)));
    clock.now = at(2);

    assertThat(lag.age()).isZero();
    assertThat(lag.records()).isZero();
  }

  @Test
  void onePartitionThatStandsStillIsNotHiddenByAnotherThatGoesOn() {
    lag.ended(Map.of(FIRST, 6L, SECOND, 1L), at(1));
    apply(record(SECOND, 0, at(1)));
    clock.now = at(40);
    lag.ended(Map.of(FIRST, 6L, SECOND, 1L), at(40));

    assertThat(lag.age()).isEqualTo(Duration.ofSeconds(40));
    assertThat(lag.records()).isEqualTo(1);
  }

  @Test
  void partitionsThatAnotherInstanceTakesOverAreNoLongerBehindHere() {
    lag.ended(Map.of(FIRST, 9L, SECOND, 4L), at(1));
    clock.now = at(40);

    lag.revoked(List.of(FIRST, SECOND));

    assertThat(lag.age()).isZero();
    assertThat(lag.records()).isZero();
    assertThat(lag.partitions()).isEmpty();
  }

  private void apply(ConsumerRecord<?, ?>... records) {
    lag.received(List.of(records));
    lag.applied(List.of(records));
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private static ConsumerRecord<String, byte[]> record(
      TopicPartition partition, long offset, Instant time) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        time.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        "7",
        new byte[0],
        new RecordHeaders(),
        Optional.empty());
  }

  /** A clock that the test sets. */
  private static final class Hand extends Clock {

    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
