package phoneseller.benchmark;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import phoneseller.chaos.Member;
import phoneseller.chaos.Waiting;
import phoneseller.local.Topics;

/** How far the topic, and a service's consumption of it, have come. */
final class Topic implements AutoCloseable {

  private static final int PARTITIONS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Admin admin;

  Topic(Contender contender) {
    this.admin = Admin.create(Map.of("bootstrap.servers", contender.broker()));
  }

  /** How many events have been published. */
  long published() {
    var latest =
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.EVENTS, partition))
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    try {
      return admin.listOffsets(latest).all().get().values().stream()
          .mapToLong(end -> end.offset())
          .sum();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many events a service has consumed. */
  long consumed(String service) {
    try {
      return admin
          .listConsumerGroupOffsets(service)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(position -> position == null ? 0 : position.offset())
          .sum();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits until a count that now stands still has been brought to its end by a process, and returns
   * its rate a second.
   */
  static double rate(Member process, LongSupplier count, LongUnaryOperator missing) {
    long before = count.getAsLong();
    until(process, "begins", () -> count.getAsLong() > before);
    long began = System.nanoTime();
    long first = count.getAsLong();
    until(process, "ends", () -> missing.applyAsLong(count.getAsLong()) <= 0);
    return (count.getAsLong() - first) / ((System.nanoTime() - began) / 1e9);
  }

  private static void until(Member process, String what, BooleanSupplier condition) {
    Waiting.until(
        process.name() + " " + what,
        PATIENCE,
        LOOK,
        () -> {
          if (!process.alive()) {
            throw new IllegalStateException(process.name() + " has ended by itself");
          }
          return condition.getAsBoolean();
        });
  }

  @Override
  public void close() {
    admin.close();
  }
}
