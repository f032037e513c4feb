package phoneseller.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * One broker that is its own controller. The voters name the controllers of the whole cluster as
 * {@code id@host:port}; a cluster of three is three such brokers with the same voters.
 */
record BrokerSettings(
    int node, int port, List<String> voters, Path data, List<Listener> listeners) {

  BrokerSettings(int node, int port, List<String> voters, Path data) {
    this(node, port, voters, data, List.of());
  }

  BrokerSettings {
    voters = List.copyOf(voters);
    listeners = List.copyOf(listeners);
    if (voters.stream().noneMatch(voter -> voter.startsWith(node + "@"))) {
      throw new IllegalArgumentException("node " + node + " is not among the voters " + voters);
    }
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  short replicas() {
    return (short) Math.min(3, voters.size());
  }

  private short insync() {
    return (short) Math.max(1, replicas() - 1);
  }

  private String controller() {
    return voters.stream()
        .filter(voter -> voter.startsWith(node + "@"))
        .map(voter -> voter.substring(voter.indexOf('@') + 1))
        .findFirst()
        .orElseThrow();
  }

  Map<String, String> properties() {
    var all = new HashMap<String, String>();
    all.putAll(addresses());
    all.put("listener.security.protocol.map", protocols());
    all.putAll(durability());
    all.putAll(sizes());
    return all;
  }

  private Map<String, String> addresses() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        String.valueOf(node),
        "controller.quorum.voters",
        String.join(",", voters),
        "controller.listener.names",
        "CONTROLLER",
        "listeners",
        "PLAINTEXT://" + address() + ",CONTROLLER://" + controller() + doors(Listener::port),
        "advertised.listeners",
        "PLAINTEXT://" + address() + doors(Listener::advertisedPort),
        "log.dirs",
        data.toString(),
        // After kill -9 the old registration must expire before the broker is let in again.
        "broker.session.timeout.ms",
        "2000",
        "broker.heartbeat.interval.ms",
        "500",
        "auto.create.topics.enable",
        "false");
  }

  private String doors(ToIntFunction<Listener> port) {
    return listeners.stream()
        .map(listener -> "," + listener.name() + "://127.0.0.1:" + port.applyAsInt(listener))
        .collect(Collectors.joining());
  }

  private String protocols() {
    return listeners.stream()
        .map(listener -> "," + listener.name() + ":PLAINTEXT")
        .collect(Collectors.joining("", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT", ""));
  }

  private Map<String, String> durability() {
    String replicas = String.valueOf(replicas());
    String insync = String.valueOf(insync());
    return Map.of(
        "default.replication.factor", replicas,
        "min.insync.replicas", insync,
        "offsets.topic.replication.factor", replicas,
        "transaction.state.log.replication.factor", replicas,
        "transaction.state.log.min.isr", insync,
        "replica.lag.time.max.ms", "5000",
        // The first of three to start may have to wait long for the second.
        "initial.broker.registration.timeout.ms", "600000",
        "share.coordinator.state.topic.replication.factor", replicas,
        "share.coordinator.state.topic.min.isr", insync,
        // A shop that was closed for a month goes on where it stopped.
        "offsets.retention.minutes", String.valueOf(366 * 24 * 60));
  }

  /** A broker for one machine: few threads, small buffers, no waiting for group members. */
  private static Map<String, String> sizes() {
    return Map.ofEntries(
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("background.threads", "2"),
        Map.entry("num.replica.fetchers", "1"),
        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
        Map.entry("log.index.size.max.bytes", "1048576"),
        Map.entry("offsets.topic.num.partitions", "6"),
        Map.entry("transaction.state.log.num.partitions", "2"),
        Map.entry("share.coordinator.state.topic.num.partitions", "2"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("group.min.session.timeout.ms", "1000"),
        Map.entry("group.consumer.min.session.timeout.ms", "1000"),
        Map.entry("group.consumer.session.timeout.ms", "6000"),
        Map.entry("group.consumer.min.heartbeat.interval.ms", "500"),
        Map.entry("group.consumer.heartbeat.interval.ms", "1000"));
  }
}
