package phoneseller.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

  @TempDir Path data;

  @Test
  void theTopicsAreThereWhenTheBrokerIsReady() throws Exception {
    try (var broker = Broker.start(data);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      var topics = admin.describeTopics(List.of(Topics.EVENTS, Topics.DEAD_LETTERS));
      assertThat(topics.allTopicNames().get().values())
          .extracting(topic -> topic.name() + ": " + topic.partitions().size())
          .containsExactlyInAnyOrder("phoneseller: 12", "phoneseller.dead-letters: 1");

      var letters = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DEAD_LETTERS);
      var configurations = admin.describeConfigs(List.of(letters)).all().get().values();
      assertThat(configurations)
          .extracting(configuration -> configuration.get("cleanup.policy").value())
          .containsExactly("compact");
    }
  }

  @Test
  void whoComesThroughAnotherDoorIsToldToComeAgainAtItsAdvertisedPort() throws Exception {
    int port = FreePort.find();
    int door = FreePort.find();
    var settings =
        new BrokerSettings(
            1,
            port,
            List.of("1@127.0.0.1:" + (port + 1)),
            data,
            Listener.parse("APP=" + door + ":" + port));
    try (var _ = Broker.start(settings);
        var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + door))) {
      assertThat(admin.describeCluster().nodes().get())
          .extracting(node -> node.port())
          .containsExactly(port);
    }
  }

  @Test
  void anEventSurvivesAnOrderlyRestart() throws Exception {
    BrokerSettings settings = settings();
    try (var broker = Broker.startWithTopics(settings)) {
      publish(broker.address(), "Ordered");
    }
    try (var broker = Broker.startWithTopics(settings)) {
      assertThat(firstEvent(broker.address())).isEqualTo("Ordered");
    }
  }

  @Test
  void anEventSurvivesTheSuddenDeathOfTheBroker() throws Exception {
    BrokerSettings settings = settings();
    Process first = launch(settings);
    publish(settings.address(), "Ordered");
    first.destroyForcibly().waitFor();

    Process second = launch(settings);
    try {
      assertThat(firstEvent(settings.address())).isEqualTo("Ordered");
    } finally {
      second.destroyForcibly().waitFor();
    }
  }

  private BrokerSettings settings() throws IOException {
    return new BrokerSettings(1, FreePort.find(), List.of("1@127.0.0.1:" + FreePort.find()), data);
  }

  private static Process launch(BrokerSettings settings) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LocalKafka.class.getName(),
                "--port",
                String.valueOf(settings.port()),
                "--voters",
                String.join(",", settings.voters()),
                "--data",
                settings.data().toString())
            .redirectError(Redirect.DISCARD)
            .start();
    try (var output = process.inputReader()) {
      assertThat(output.lines().anyMatch(line -> line.startsWith("kafka is ready"))).isTrue();
    }
    return process;
  }

  private static void publish(String address, String event) throws Exception {
    Map<String, Object> properties = Map.of("bootstrap.servers", address, "acks", "all");
    var strings = new StringSerializer();
    try (var producer = new KafkaProducer<>(properties, strings, strings)) {
      producer.send(new ProducerRecord<>(Topics.EVENTS, 0, "1", event)).get();
    }
  }

  private static String firstEvent(String address) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", address, "auto.offset.reset", "earliest");
    var strings = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(properties, strings, strings)) {
      consumer.assign(List.of(new TopicPartition(Topics.EVENTS, 0)));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }
}
