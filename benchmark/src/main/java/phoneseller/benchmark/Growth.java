package phoneseller.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongFunction;
import phoneseller.benchmark.http.Message;
import phoneseller.chaos.Member;

/**
 * What an order costs the shop, and how long a read takes, with few and with many orders stored. No
 * query may grow with them. The yardstick stands still meanwhile: nothing is compared with it here.
 */
final class Growth {

  private static final long FEW = 10_000;
  private static final long MANY = 1_000_000;
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration LENGTH = Duration.ofSeconds(30);
  private static final int READS_A_SECOND = 100;

  private final RealShop shop;
  private final Contender yardstick;
  private final Loads loads;
  private final Table table;
  private final PrintStream out;

  Growth(Pair pair, Loads loads, Table table, PrintStream out) {
    this.shop = pair.shop();
    this.yardstick = pair.yardstick();
    this.loads = loads;
    this.table = table;
    this.out = out;
  }

  /** On the tables that the view had at first; it must not have been rebuilt. */
  void measure() {
    yardstick.processes().forEach(Member::pause);
    double few = cost(FEW);
    double many = cost(MANY);
    add("an order's cost, with many against few", "", many / few);
    yardstick.processes().forEach(Member::resume);
  }

  private double cost(long stored) {
    out.printf("growth: %,d orders stored%n", stored);
    Stored.SERVICES.reversed().forEach(name -> shop.process(name).stop());
    try {
      Stored.upTo(shop, stored);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    Stored.SERVICES.forEach(shop::start);
    Stored.SERVICES.forEach(name -> shop.process(name).awaitReady());
    loads.orders(shop, load -> load.closed(Loads.CLIENTS, WARM_UP));
    var run = loads.orders(shop, load -> load.closed(Loads.CLIENTS, LENGTH));
    String with = "%,d stored: ".formatted(stored);
    add(with + "complete orders", Figure.A_SECOND, run.rate());
    add(with + "processor time of an order", "ms", run.cost());
    read(with + "one order, p99", run.rate(), Requests::view);
    read(with + "first page, p99", run.rate(), _ -> Requests.firstPage());
    read(with + "a customer's page, p99", run.rate(), _ -> Requests.ofCustomer());
    return run.cost();
  }

  /** At a fixed rate, as a reader who never rests would measure its own queue. */
  private void read(String what, double rate, LongFunction<Message> request) {
    var reads =
        loads.reading(shop, rate, request, (load, window) -> load.open(READS_A_SECOND, window));
    add(what, "ms", reads.percentile(99));
    if (reads.failed() > 0) {
      add(what + ": not answered well", "", (double) reads.failed());
    }
  }

  private void add(String name, String unit, double value) {
    table.add(Figure.alone("growth", name, unit, value));
  }
}
