package phoneseller.chaos;

import java.util.ArrayList;
import java.util.List;

/** All connections between the shop's processes. */
final class Edges {

  private static final List<String> OWNERS = List.of("app", "pay", "store", "reward", "customer");

  private Edges() {}

  static List<Edge> of(boolean postgres) {
    var all = new ArrayList<Edge>();
    OWNERS.forEach(service -> all.add(new Edge("gateway", service)));
    all.add(new Edge("app", "pay"));
    all.add(new Edge("pay", "reward"));
    OWNERS.forEach(service -> all.add(new Edge(service, "kafka")));
    if (postgres) {
      OWNERS.forEach(service -> all.add(new Edge(service, "postgres")));
    }
    return List.copyOf(all);
  }
}
