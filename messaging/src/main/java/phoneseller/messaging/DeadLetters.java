package phoneseller.messaging;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks records that this service can never process, each with its error, so that the partition
 * goes on. The topic is compacted: a record's key names service, partition and offset, and a
 * tombstone under it says that the dead letter is settled.
 */
final class DeadLetters {

  static final String SERVICE = "dead-letter-service";
  static final String ERROR = "dead-letter-error";
  static final String AT = "dead-letter-at";
  static final String KEY = "dead-letter-key";

  /** An operator's word on why the letter may stay. */
  static final String EXPLANATION = "dead-letter-explanation";

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final Producer<String, byte[]> producer;
  private final MessagingProperties settings;
  private final Clock clock;
  private final AtomicLong parked = new AtomicLong();

  DeadLetters(Producer<String, byte[]> producer, MessagingProperties settings, Clock clock) {
    this.producer = producer;
    this.settings = settings;
    this.clock = clock;
  }

  /** A replayed record is meant for the service that had parked it; any other is for all. */
  boolean isForThisService(ConsumerRecord<?, ?> record) {
    String replayFor = EventHeaders.read(record.headers(), EventHeaders.REPLAY_FOR);
    return replayFor == null || replayFor.equals(settings.service());
  }

  /**
   * Returns when the record is safe in the dead-letter topic.
   *
   * @throws NotParked when it is not; the record must come again
   */
  void park(ConsumerRecord<String, byte[]> record, RuntimeException error) {
    String id =
        "%s/%s-%d@%d"
            .formatted(settings.service(), record.topic(), record.partition(), record.offset());
    byte[] value = record.value() == null ? new byte[0] : record.value();
    var letter = new ProducerRecord<>(settings.deadLetterTopic(), id, value);
    record.headers().forEach(letter.headers()::add);
    letter.headers().remove(EventHeaders.REPLAY_FOR);
    letter.headers().remove(EXPLANATION);
    EventHeaders.add(letter.headers(), SERVICE, settings.service());
    EventHeaders.add(letter.headers(), AT, clock.instant().toString());
    EventHeaders.add(letter.headers(), ERROR, rootOf(error));
    if (record.key() != null) {
      letter.headers().remove(KEY);
      EventHeaders.add(letter.headers(), KEY, record.key());
    }
    try {
      producer.send(letter).get();
    } catch (ExecutionException e) {
      throw new NotParked(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotParked(e);
    }
    parked.incrementAndGet();
    log.error("parked {} as a dead letter: {}", id, rootOf(error));
  }

  /** Records parked since this instance started. */
  long parked() {
    return parked.get();
  }

  private static String rootOf(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString().lines().findFirst().orElse("");
  }

  /** The dead-letter topic did not take the record. */
  static final class NotParked extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotParked(Throwable cause) {
      super(cause);
    }
  }
}
