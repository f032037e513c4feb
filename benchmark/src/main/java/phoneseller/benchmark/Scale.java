package phoneseller.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What the shop carries with one instance of its busiest services, and with two. On the same
 * processors two carry no more, so what is seen is what the second one costs.
 */
final class Scale {

  private static final List<String> BUSIEST = List.of("app", "pay", "customer");
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  private final Function<List<String>, RealShop> shops;
  private final Duration length;
  private final Table table;
  private final PrintStream out;

  /**
   * @param shops a new shop on PostgreSQL, with these services twice
   */
  Scale(Function<List<String>, RealShop> shops, Duration length, Table table, PrintStream out) {
    this.shops = shops;
    this.length = length;
    this.table = table;
    this.out = out;
  }

  /** Whether all that was promised holds. */
  boolean measure() {
    return measure("one instance", List.of()) && measure("two of each", BUSIEST);
  }

  private boolean measure(String what, List<String> twice) {
    out.printf("scale: %s of %s, %d s%n", what, String.join(", ", BUSIEST), length.toSeconds());
    try (var shop = shops.apply(twice)) {
      var promises = new Promises(shop, out);
      promises.add(Run.orders(shop, load -> load.closed(Loads.CLIENTS / 4, WARM_UP)));
      promises.add(Run.orders(shop, load -> load.closed(Loads.CLIENTS, WARM_UP)));
      var run = promises.add(Run.orders(shop, load -> load.closed(Loads.CLIENTS, length)));
      add(what + ": complete orders", Figure.A_SECOND, run.rate());
      add(what + ": POST, p99", "ms", run.load().percentile(99));
      add(what + ": not answered well", "", (double) run.load().failed());
      add(what + ": processor time of an order", "ms", run.cost());
      add(what + ": memory of all processes", "MB", Usage.sum(Usage.memory(shop)));
      return promises.areKept();
    }
  }

  private void add(String name, String unit, double value) {
    table.add(Figure.alone("scale", name, unit, value));
  }
}
