package phoneseller.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker in this process, on the loopback address, with its data in a folder. */
public final class Broker implements AutoCloseable {

  private static final UUID SHOP =
      UUID.nameUUIDFromBytes("phoneseller".getBytes(StandardCharsets.UTF_8));

  private final BrokerSettings settings;
  private final KafkaRaftServer server;

  private Broker(BrokerSettings settings, KafkaRaftServer server) {
    this.settings = settings;
    this.server = server;
  }

  /** Starts a broker with the shop's topics on a free port, for tests. */
  public static Broker start(Path data) throws Exception {
    int port = FreePort.find();
    List<String> voters = List.of("1@127.0.0.1:" + (port + 1));
    return startWithTopics(new BrokerSettings(1, port, voters, data));
  }

  static Broker startWithTopics(BrokerSettings settings) throws Exception {
    Broker broker = start(settings);
    Topics.ensure(broker.address(), settings.replicas());
    return broker;
  }

  static Broker start(BrokerSettings settings) throws Exception {
    Files.createDirectories(settings.data());
    format(settings);
    var server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
    server.startup();
    return new Broker(settings, server);
  }

  /** Gives a new folder its identity; every broker of the shop belongs to the same cluster. */
  private static void format(BrokerSettings settings) throws Exception {
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(
            new Uuid(SHOP.getMostSignificantBits(), SHOP.getLeastSignificantBits()).toString())
        .setNodeId(settings.node())
        .setControllerListenerName("CONTROLLER")
        .setDirectories(List.of(settings.data().toString()))
        .setMetadataLogDirectory(settings.data().toString())
        .setIgnoreFormatted(true)
        .run();
  }

  public String address() {
    return settings.address();
  }

  void await() {
    server.awaitShutdown();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
