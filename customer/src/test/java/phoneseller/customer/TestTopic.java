package phoneseller.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.test.context.DynamicPropertyRegistry;
import phoneseller.contracts.ShopEvent;
import phoneseller.http.Correlation;
import phoneseller.local.Broker;
import phoneseller.messaging.Delivery;
import tools.jackson.databind.json.JsonMapper;

/** A topic of its own on the one real broker of the test run. */
public final class TestTopic implements AutoCloseable {

  private static final Broker BROKER = start();
  private static final int PARTITIONS = 4;

  private final String name = "test-" + UUID.randomUUID();
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer());

  public TestTopic() {
    try (var admin = Admin.create(config())) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public String name() {
    return name;
  }

  public String address() {
    return BROKER.address();
  }

  public void configure(DynamicPropertyRegistry properties) {
    properties.add("spring.kafka.bootstrap-servers", BROKER::address);
    properties.add("phoneseller.messaging.topic", this::name);
  }

  /** As the services publish them; returns when they are there. */
  public void publish(List<Delivery<ShopEvent>> events) {
    var sent = new ArrayList<Future<?>>();
    for (var event : events) {
      String type = event.event().getClass().getSimpleName();
      String json = JsonMapper.shared().writeValueAsString(event.event()).substring(1);
      var record = record(event.event().order(), "{\"eventType\":\"" + type + "\"," + json);
      header(record, "ce_id", event.id());
      header(record, "ce_source", event.source());
      header(record, "ce_type", type);
      header(record, "ce_time", event.time().toString());
      header(record, Correlation.ID_HEADER, "" + event.correlationId());
      sent.add(producer.send(record));
    }
    await(sent);
  }

  /** Something that nobody can read. */
  public void publishGarbage(long order) {
    await(List.of(producer.send(record(order, "{no event"))));
  }

  /** As when the oldest records are beyond their retention. */
  public void loseBeginning(long records) throws Exception {
    try (var admin = Admin.create(config())) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        var lost =
            Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(records));
        admin.deleteRecords(lost).all().get();
      }
    }
  }

  private ProducerRecord<String, byte[]> record(long order, String value) {
    return new ProducerRecord<>(name, Long.toString(order), value.getBytes(UTF_8));
  }

  private static void header(ProducerRecord<?, ?> record, String header, String value) {
    record.headers().add(header, value.getBytes(UTF_8));
  }

  private static void await(List<? extends Future<?>> sent) {
    try {
      for (var one : sent) {
        one.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> config() {
    return Map.of("bootstrap.servers", BROKER.address(), "linger.ms", 5);
  }

  private static Broker start() {
    try {
      var broker = Broker.start(Files.createTempDirectory(Path.of("target"), "broker"));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
      return broker;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
