package phoneseller.local;

import java.util.Arrays;
import java.util.List;

/**
 * Runs one broker of the shop until it is told to stop: {@code --data FOLDER [--port 9092] [--node
 * 1 --voters 1@127.0.0.1:9093,2@127.0.0.1:10093,3@127.0.0.1:11093]}.
 */
public final class LocalKafka {

  private LocalKafka() {}

  public static void main(String... words) throws Exception {
    Options options = Options.of(words);
    int port = options.number("port", 9092);
    int node = options.number("node", 1);
    String alone = node + "@127.0.0.1:" + (port + 1);
    List<String> voters = Arrays.asList(options.text("voters", alone).split(","));
    var settings = new BrokerSettings(node, port, voters, options.folder("data"));

    Broker broker = Broker.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    Topics.ensure(broker.address(), settings.replicas());
    System.out.println("kafka is ready on " + broker.address());
    broker.await();
  }
}
