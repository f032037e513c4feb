package phoneseller.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import phoneseller.local.FreePort;
import phoneseller.local.Listener;

/** Where each of a shop's processes is found by the others. */
final class Network implements AutoCloseable {

  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final Map<Edge, Wire> wires = new LinkedHashMap<>();
  private final List<Listener> doors = new ArrayList<>();

  void add(String name) {
    ports.put(name, FreePort.find());
  }

  int port(String name) {
    return Objects.requireNonNull(ports.get(name), name);
  }

  /** Where one process finds another. */
  int port(String from, String to) {
    var wire = wires.get(new Edge(from, to));
    return wire == null ? port(to) : wire.port();
  }

  /** A broker tells its clients where to come again, and so needs a door for each wire. */
  void lay(Edge edge) {
    int behind = port(edge.to());
    int front = FreePort.find();
    if (edge.to().equals("kafka")) {
      behind = FreePort.find();
      doors.add(new Listener(edge.from().toUpperCase(Locale.ROOT), behind, front));
    }
    wires.put(edge, new Wire(front, behind));
  }

  Wire wire(Edge edge) {
    return Objects.requireNonNull(wires.get(edge), edge.toString());
  }

  /** Every wire to this process leads to these ports from now on, in turn. */
  void lead(String to, List<Integer> there) {
    wires.forEach((edge, wire) -> {
      if (edge.to().equals(to)) {
        wire.lead(there);
      }
    });
  }

  /** What the broker needs for the wires that lead to it. */
  List<Listener> doors() {
    return List.copyOf(doors);
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
  }
}
