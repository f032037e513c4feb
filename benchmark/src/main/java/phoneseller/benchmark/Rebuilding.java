package phoneseller.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import phoneseller.benchmark.http.HttpClients;
import phoneseller.benchmark.http.Message;
import phoneseller.chaos.Member;
import phoneseller.chaos.Waiting;

/** How fast the view is made anew from its topic, from the request until the swap. */
final class Rebuilding {

  private static final long ENOUGH = 40_000;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** A view that has just been swapped is left to its readers. */
  private static final Duration REST = Duration.ofSeconds(11);

  private final Pair pair;
  private final Table table;
  private final PrintStream out;
  private HttpClients customer;

  Rebuilding(Pair pair, Table table, PrintStream out) {
    this.pair = pair;
    this.table = table;
    this.out = out;
    customer = clients();
  }

  /**
   * The shop alone, with so many orders that a beginning does not count. Twice: afterwards the
   * tables that the view had at first are the view again.
   */
  void afterOrders(Loads loads, double rate) {
    var shop = pair.shop();
    pair.yardstick().processes().forEach(Member::pause);
    long missing = ENOUGH - stored();
    if (missing > 0) {
      var length = Duration.ofSeconds((long) (missing / rate) + 1);
      out.printf("rebuild: orders for %d s before%n", length.toSeconds());
      loads.orders(shop, load -> load.closed(Loads.CLIENTS, length));
    }
    add("rebuild", "view, first");
    Waiting.pause(REST);
    add("rebuild", "view, again");
    pair.yardstick().processes().forEach(Member::resume);
  }

  /** From the events of a backlog, in which those of one order are far apart. */
  void afterBacklog() {
    add("backlog", "rebuild of the view");
  }

  /** Anew after a while, as the service closes connections that are idle. */
  private HttpClients clients() {
    return new HttpClients(pair.shop().process("customer").port());
  }

  private void add(String part, String what) {
    out.println(part + ": " + what);
    customer = clients();
    long began = System.nanoTime();
    var answer = exchange(Message.request("POST", "/actuator/rebuild", "{}"));
    if (answer.status() != 202) {
      throw new IllegalStateException("a rebuild was answered " + answer.status());
    }
    Waiting.until(
        "the rebuild has ended", PATIENCE, LOOK, () -> !state().contains("\"state\":\"RUNNING\""));
    double seconds = (System.nanoTime() - began) / 1e9;
    var ended = state();
    if (!ended.contains("\"state\":\"DONE\"")) {
      throw new IllegalStateException("the rebuild has failed: " + ended);
    }
    double orders = stored();
    table.add(Figure.alone(part, what + ", orders stored", "", orders));
    table.add(Figure.alone(part, what + ", orders", Figure.A_SECOND, orders / seconds));
  }

  private String state() {
    return exchange(Message.request("GET", "/actuator/rebuild", "")).body();
  }

  private long stored() {
    String page = exchange(Requests.firstPage()).body();
    String name = "\"totalElements\":";
    int begin = page.indexOf(name) + name.length();
    return Long.parseLong(page.substring(begin, page.indexOf(',', begin)));
  }

  private Message exchange(Message request) {
    try {
      return customer.exchange(request);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
