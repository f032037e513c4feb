package phoneseller.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

/** What relay, consumers and the view's rebuild do with events that have waited, each alone. */
final class Backlogs {

  private static final List<String> CONSUMERS = List.of("store", "reward", "app", "customer");

  private record Rates(double relay, List<Double> consumers) {}

  private final Pair pair;
  private final Table table;
  private final PrintStream out;

  Backlogs(Pair pair, Table table, PrintStream out) {
    this.pair = pair;
    this.table = table;
    this.out = out;
  }

  void measure(long orders) {
    out.printf("backlog: the events of %d orders each%n", orders);
    var rates = pair.each(contender -> rates(contender, orders));
    table.add(rates.figure("backlog", "relay of pay, events", Figure.A_SECOND, Rates::relay));
    for (int i = 0; i < CONSUMERS.size(); i++) {
      int which = i;
      table.add(
          rates.figure(
              "backlog",
              "consumer of " + CONSUMERS.get(i) + ", events",
              Figure.A_SECOND,
              each -> each.consumers.get(which)));
    }
    new Rebuilding(pair, table, out).afterBacklog();
  }

  private Rates rates(Contender contender, long orders) {
    CONSUMERS.forEach(name -> contender.process(name).stop());
    contender.process("pay").stop();
    try (var topic = new Topic(contender)) {
      Backlog.add(contender, orders);
      long end = topic.published() + orders;
      contender.start("pay");
      double relay = Topic.rate(contender.process("pay"), topic::published, now -> end - now);
      contender.process("pay").awaitReady();
      var consumers = CONSUMERS.stream().map(name -> consumer(contender, topic, name)).toList();
      return new Rates(relay, consumers);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until it has consumed all that is published, its own events included. */
  private static double consumer(Contender contender, Topic topic, String name) {
    contender.start(name);
    double rate =
        Topic.rate(
            contender.process(name), () -> topic.consumed(name), now -> topic.published() - now);
    contender.process(name).awaitReady();
    return rate;
  }
}
