package phoneseller.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The lanes to all partitions of the topic, and which event goes into which. */
final class Lanes {

  private final OutboxTable outbox;
  private final Producer<String, byte[]> producer;
  private final MessagingProperties settings;
  private final List<Lane> lanes = new ArrayList<>();

  Lanes(OutboxTable outbox, Producer<String, byte[]> producer, MessagingProperties settings) {
    this.outbox = outbox;
    this.producer = producer;
    this.settings = settings;
  }

  /**
   * One for each partition. When there are more some day, keys change their lanes, and so none may
   * travel meanwhile.
   */
  void count() {
    int partitions = Math.max(1, producer.partitionsFor(settings.topic()).size());
    if (lanes.size() < partitions && lanes.stream().noneMatch(Lane::hasTravelling)) {
      while (lanes.size() < partitions) {
        lanes.add(new Lane());
      }
    }
  }

  /** Sends what can be sent now, and says how many events that were. */
  int send() {
    var free = lanes.stream().filter(Lane::isFree).collect(Collectors.toSet());
    int sent = 0;
    boolean more = !free.isEmpty();
    long last = 0;
    while (more) {
      int passedOver = 0;
      var page = outbox.page(last, settings.batchSize());
      for (OutboxRow row : page) {
        int partition = partition(row.key());
        Lane lane = lanes.get(partition);
        last = row.id();
        if (!free.contains(lane)) {
          passedOver++;
        } else if (!lane.carries(row.key())) {
          var record = row.toRecord(settings.topic(), partition, "/" + settings.service());
          var answer = producer.send(record);
          lane.add(row, answer);
          sent++;
          if (answer.state() == Future.State.FAILED) {
            return sent; // without a broker every further send would block as long
          }
        }
      }
      // A partition that has stood still for long may fill page after page.
      more = page.size() == settings.batchSize() && passedOver > page.size() / 2;
    }
    return sent;
  }

  void await(long deadline) throws InterruptedException {
    for (Lane lane : lanes) {
      lane.await(deadline);
    }
  }

  /** The rows that the broker has acknowledged since the last call. */
  List<Long> arrived() throws InterruptedException {
    List<Long> arrived = new ArrayList<>();
    for (Lane lane : lanes) {
      arrived.addAll(lane.arrived());
    }
    return arrived;
  }

  @Nullable Throwable failure() {
    return lanes.stream().map(Lane::failure).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Where Kafka puts this key of its own accord. */
  private int partition(String key) {
    int hash = Utils.murmur2(key.getBytes(StandardCharsets.UTF_8));
    return Utils.toPositive(hash) % lanes.size();
  }
}
