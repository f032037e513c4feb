package phoneseller.messaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import phoneseller.local.Broker;

/** The one real broker of the test run. */
final class TestBroker {

  private static final Broker RUNNING = start();

  private TestBroker() {}

  static String address() {
    return RUNNING.address();
  }

  static KafkaProperties properties() {
    return properties(address());
  }

  static KafkaProperties properties(String address) {
    var properties = new KafkaProperties();
    properties.setBootstrapServers(List.of(address));
    return properties;
  }

  /** A producer as the services have it. */
  static Producer<String, byte[]> producer(MessagingProperties settings) {
    return new MessagingConfiguration().eventProducer(properties(), settings);
  }

  static Topic newTopic(int partitions) {
    var topic = new Topic(address(), "test-" + UUID.randomUUID());
    create(topic, partitions);
    return topic;
  }

  static void create(Topic topic, int partitions) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      admin.createTopics(List.of(new NewTopic(topic.name(), partitions, (short) 1))).all().get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
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
}
