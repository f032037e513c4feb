package phoneseller.messaging;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Publishes the outbox, oldest first, and deletes what the broker has acknowledged. A row that
 * fails stays, and so do the rows of its key behind it. While the broker is away the outbox grows.
 */
final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int IN_LIST = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final String DELETE =
      "delete from outbox where id in (" + "?,".repeat(IN_LIST - 1) + "?)";

  private final JdbcTemplate jdbc;
  private final Producer<String, byte[]> producer;
  private final RelayLease lease;
  private final MessagingProperties settings;
  private final String source;
  private final Semaphore work = new Semaphore(0);
  private final AtomicLong relayed = new AtomicLong();
  private volatile boolean running;
  private Thread thread = new Thread();

  OutboxRelay(
      JdbcTemplate jdbc,
      Producer<String, byte[]> producer,
      RelayLease lease,
      MessagingProperties settings) {
    this.jdbc = jdbc;
    this.producer = producer;
    this.lease = lease;
    this.settings = settings;
    this.source = "/" + settings.service();
  }

  /** Tells the relay that something has been committed; cheap, from any thread. */
  void wake() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  /** Events acknowledged by the broker since this instance started. */
  long relayed() {
    return relayed.get();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after the web server and the consumers, so that their last events still go out. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void run() {
    long pause = settings.pollInterval().toMillis();
    boolean failing = false;
    while (running) {
      try {
        int found = lease.held() ? relayBatch() : 0;
        failing = false;
        pause = found == settings.batchSize() ? 0 : settings.pollInterval().toMillis();
      } catch (Exception e) {
        if (!failing) {
          log.warn("the outbox cannot be relayed for now and is kept: {}", e.toString());
        }
        failing = true;
        pause = Math.min(LONGEST_PAUSE_MILLIS, Math.max(100, pause * 2));
      }
      rest(failing, pause);
    }
    leave();
  }

  private void rest(boolean failing, long millis) {
    try {
      if (failing) {
        Thread.sleep(millis);
      } else if (millis > 0 && work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private void leave() {
    try {
      if (lease.held()) {
        relayBatch();
        lease.release();
      }
    } catch (Exception e) {
      log.info("left with the outbox not empty; it is relayed after the next start");
    }
  }

  private int relayBatch() throws InterruptedException {
    List<Row> rows =
        jdbc.query(
            "select * from outbox order by id fetch first " + settings.batchSize() + " rows only",
            (rs, _) ->
                new Row(
                    rs.getLong("id"),
                    rs.getString("record_key"),
                    rs.getString("event_type"),
                    rs.getString("payload"),
                    rs.getString("correlation"),
                    rs.getString("traceparent"),
                    rs.getObject("created_at", OffsetDateTime.class)));
    if (rows.isEmpty()) {
      return 0;
    }
    var answers = new ArrayList<Future<RecordMetadata>>(rows.size());
    for (Row row : rows) {
      var answer = producer.send(row.toRecord(settings.topic(), source));
      answers.add(answer);
      if (answer.state() == Future.State.FAILED) {
        break; // without a broker every further send would block as long
      }
    }
    producer.flush();
    delete(rows, answers);
    return rows.size();
  }

  private void delete(List<Row> rows, List<Future<RecordMetadata>> answers)
      throws InterruptedException {
    var done = new ArrayList<Long>(rows.size());
    var failedKeys = new HashSet<String>();
    ExecutionException failure = null;
    for (int i = 0; i < answers.size(); i++) {
      Row row = rows.get(i);
      try {
        answers.get(i).get();
        if (!failedKeys.contains(row.key)) {
          done.add(row.id);
        }
      } catch (ExecutionException e) {
        failedKeys.add(row.key);
        failure = e;
      }
    }
    int count = done.size();
    if (count > 0) {
      done.addAll(Collections.nCopies((IN_LIST - count % IN_LIST) % IN_LIST, done.getLast()));
      var chunks = new ArrayList<Object[]>();
      for (int from = 0; from < done.size(); from += IN_LIST) {
        chunks.add(done.subList(from, from + IN_LIST).toArray());
      }
      jdbc.batchUpdate(DELETE, chunks);
      relayed.addAndGet(count);
    }
    if (failure != null) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  private record Row(
      long id,
      String key,
      String type,
      String payload,
      String correlation,
      String traceparent,
      OffsetDateTime createdAt) {

    ProducerRecord<String, byte[]> toRecord(String topic, String source) {
      var record = new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
      EventHeaders.write(record.headers(), this.id, source, type, createdAt, key);
      EventHeaders.write(record.headers(), correlation, traceparent);
      return record;
    }
  }
}
