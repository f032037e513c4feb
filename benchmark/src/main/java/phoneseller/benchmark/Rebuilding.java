package phoneseller.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import phoneseller.benchmark.http.HttpClients;
import phoneseller.benchmark.http.Message;
import phoneseller.chaos.Waiting;

/** How fast the view is made anew from its topic, from the request until the swap. */
final class Rebuilding {

  private static final String PART = "rebuild";
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Table table;
  private final PrintStream out;

  Rebuilding(Table table, PrintStream out) {
    this.table = table;
    this.out = out;
  }

  /**
   * @param topic how its events lie
   */
  void measure(RealShop shop, String topic) {
    out.println("rebuild of the view, " + topic);
    var customer = new HttpClients(shop.process("customer").port());
    long began = System.nanoTime();
    try {
      var answer = customer.exchange(Message.request("POST", "/actuator/rebuild", "{}"));
      if (answer.status() != 202) {
        throw new IllegalStateException("a rebuild was answered " + answer.status());
      }
      var state = Message.request("GET", "/actuator/rebuild", "");
      Waiting.until(
          "the rebuild has ended",
          PATIENCE,
          () -> !customer.exchange(state).body().contains("\"state\":\"RUNNING\""));
      double seconds = (System.nanoTime() - began) / 1e9;
      var ended = customer.exchange(state).body();
      if (!ended.contains("\"state\":\"DONE\"")) {
        throw new IllegalStateException("the rebuild has failed: " + ended);
      }
      double orders = total(customer.exchange(Requests.firstPage()).body());
      table.add(Figure.alone(PART, "view " + topic + ", orders stored", "", orders));
      table.add(
          Figure.alone(PART, "view " + topic + ", orders", Figure.A_SECOND, orders / seconds));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double total(String page) {
    String name = "\"totalElements\":";
    int begin = page.indexOf(name) + name.length();
    return Double.parseDouble(page.substring(begin, page.indexOf(',', begin)));
  }
}
