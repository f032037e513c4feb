package phoneseller.benchmark.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import phoneseller.local.Topics;

/** Publishes the events of the outbox in batches, and deletes them when the broker has them. */
final class Relay {

  private static final int MOST = 2_000;
  private static final int GATHERING_MILLIS = 20;

  /**
   * Orders that follow each other share a partition, so that a batch is one for the broker, too.
   */
  private static final int SHARING = 256;

  private static final int PARTITIONS = 12;

  private final Semaphore written = new Semaphore(0);
  private final KafkaProducer<Long, String> producer;
  private final Connection connection;
  private final PreparedStatement oldest;
  private final PreparedStatement published;

  Relay(Database database, String broker) throws SQLException {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker,
                "acks",
                "all",
                "linger.ms",
                "10",
                "batch.size",
                "262144",
                "compression.type",
                "lz4"),
            new LongSerializer(),
            new StringSerializer());
    this.connection = database.open();
    this.oldest =
        connection.prepareStatement("select id, order_id, event from outbox order by id limit ?");
    this.published = connection.prepareStatement("delete from outbox where id <= ?");
  }

  void start() {
    Thread.ofPlatform().name("relay").start(() -> Ending.onFailure(this::run));
  }

  /** Something has been written to the outbox. */
  void wake() {
    written.release();
  }

  private void run() throws Exception {
    while (true) {
      while (publish() == MOST) {
        written.drainPermits();
      }
      if (written.tryAcquire(1, TimeUnit.SECONDS)) {
        Thread.sleep(GATHERING_MILLIS);
        written.drainPermits();
      }
    }
  }

  /** Returns how many events there were. */
  int publish() throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    long last = 0;
    oldest.setInt(1, MOST);
    try (var rows = oldest.executeQuery()) {
      while (rows.next()) {
        last = rows.getLong(1);
        long order = rows.getLong(2);
        int partition = (int) (order / SHARING % PARTITIONS);
        sent.add(
            producer.send(
                new ProducerRecord<>(Topics.EVENTS, partition, order, rows.getString(3))));
      }
    }
    for (var each : sent) {
      each.get();
    }
    if (!sent.isEmpty()) {
      published.setLong(1, last);
      published.executeUpdate();
    }
    connection.commit();
    return sent.size();
  }
}
