package phoneseller.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import phoneseller.benchmark.http.Message;
import phoneseller.chaos.Member;

/** What an answer costs before the shop has done anything for it. */
final class SpringsShare {

  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration LENGTH = Duration.ofSeconds(8);

  private final Framework framework;
  private final Table table;
  private final PrintStream out;

  SpringsShare(Framework framework, Table table, PrintStream out) {
    this.framework = framework;
    this.table = table;
    this.out = out;
  }

  void measure() {
    out.printf(
        "spring: %d clients, %d s each, after %d s%n",
        Loads.CLIENTS, LENGTH.toSeconds(), WARM_UP.toSeconds());
    measure("an order", Requests::order);
    measure("a read", () -> Requests.view(1));
  }

  private void measure(String what, Supplier<@Nullable Message> request) {
    measure(what + ", framework alone", List.of(framework.endpoints()), request);
    measure(what + ", behind the gateway", framework.processes(), request);
  }

  /** At the last of these processes, which asks the one before it. */
  private void measure(String what, List<Member> chain, Supplier<@Nullable Message> request) {
    var entrance = chain.getLast();
    load(entrance, request, WARM_UP);
    var before = Usage.cpu(framework);
    var load = load(entrance, request, LENGTH);
    var cpu = Usage.since(before, framework);
    add(what + ": requests", Figure.A_SECOND, load.rate());
    for (var process : chain) {
      double millis = cpu.getOrDefault(process.name(), Duration.ZERO).toNanos() / 1e6;
      add(what + ": " + process.name(), "ms", millis / load.latency().getTotalCount());
    }
    if (load.failed() > 0) {
      add(what + ": not answered well", "", (double) load.failed());
    }
  }

  private static Measured load(
      Member entrance, Supplier<@Nullable Message> request, Duration length) {
    return new Load(entrance.port(), request).closed(Loads.CLIENTS, length);
  }

  private void add(String name, String unit, double value) {
    table.add(Figure.alone("spring", name, unit, value));
  }
}
