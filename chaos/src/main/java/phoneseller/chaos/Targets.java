package phoneseller.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What each kind of fault can hit. */
record Targets(boolean postgres) {

  private static final List<String> OWNERS = List.of("app", "pay", "store", "reward", "customer");

  /** Each choice is one target, or what is hit together. */
  List<List<String>> of(Kind kind) {
    return switch (kind) {
      case KILL, STOP, PAUSE -> each(processes());
      case TWO_AT_ONCE -> pairs();
      case BROKER_AWAY -> List.of(List.of("kafka"));
      case SECOND_INSTANCE -> each(OWNERS.stream().map(name -> name + "-2"));
      case CUT, STALL, DELAY, HALF_ANSWERS -> each(Edges.of(postgres).stream().map(Edge::toString));
      case SLOW, ERRORS -> each(Shop.SERVICES.stream());
      case PROVIDER_SLOW, PROVIDER_SILENT -> List.of(List.of("provider"));
      case DUPLICATES, REORDER -> List.of(List.of("topic", "kafka"));
    };
  }

  private Stream<String> processes() {
    var infrastructure = postgres ? Stream.of("kafka", "postgres") : Stream.of("kafka");
    return Stream.concat(Shop.SERVICES.stream(), infrastructure);
  }

  private List<List<String>> pairs() {
    var names = processes().toList();
    var pairs = new ArrayList<List<String>>();
    for (int one = 0; one < names.size(); one++) {
      for (int other = one + 1; other < names.size(); other++) {
        pairs.add(List.of(names.get(one), names.get(other)));
      }
    }
    return pairs;
  }

  private static List<List<String>> each(Stream<String> names) {
    return names.map(List::of).toList();
  }
}
