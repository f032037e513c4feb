package phoneseller.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Runs one broker of the shop until it is told to stop: {@code --data FOLDER [--port 9092] [--node
 * 1 --voters 1@127.0.0.1:9093,2@127.0.0.1:10093,3@127.0.0.1:11093] [--listeners APP=9094:9095]}.
 */
public final class LocalKafka {

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private LocalKafka() {}

  public static void main(String... words) throws Exception {
    Options options = Options.of(words);
    int port = options.number("port", 9092);
    int node = options.number("node", 1);
    String alone = node + "@127.0.0.1:" + (port + 1);
    List<String> voters = Arrays.asList(options.text("voters", alone).split(","));
    List<Listener> listeners = Listener.parse(options.text("listeners", ""));
    var settings = new BrokerSettings(node, port, voters, options.folder("data"), listeners);

    Broker broker = Broker.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(broker), "stop"));
    Topics.ensure(broker.address(), settings.replicas());
    String name = node == 1 ? "kafka" : "kafka-" + node;
    System.out.println(name + " is ready on " + broker.address());
    broker.await();
  }

  /**
   * The last brokers of a cluster to go would wait for ever for somebody to take their leave of.
   */
  private static void leave(Broker broker) {
    var closing = Thread.ofPlatform().daemon().start(broker::close);
    try {
      closing.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
