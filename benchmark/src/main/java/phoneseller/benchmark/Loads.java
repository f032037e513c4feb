package phoneseller.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import phoneseller.benchmark.Pair.Both;
import phoneseller.benchmark.http.Message;

/** What is measured by clients at the gateway. */
final class Loads {

  static final int CLIENTS = 64;
  private static final int READERS = 8;
  private static final Duration WINDOW = Duration.ofSeconds(8);

  private final Pair pair;
  private final Table table;
  private final PrintStream out;
  private final Promises promises;

  Loads(Pair pair, Promises promises, Table table, PrintStream out) {
    this.pair = pair;
    this.promises = promises;
    this.table = table;
    this.out = out;
  }

  /**
   * From few clients to many, as a cold shop refuses what it cannot do in time; until the rate no
   * longer grows and nothing is refused.
   */
  void warmUp(Duration atMost) {
    out.printf("warming up, at most %d s each%n", atMost.toSeconds());
    pair.each(contender -> {
      long deadline = System.nanoTime() + atMost.toNanos();
      var window = atMost.dividedBy(8);
      var run = orders(contender, load -> load.closed(CLIENTS / 4, window.multipliedBy(2)));
      boolean warm = false;
      while (!warm && System.nanoTime() < deadline) {
        double before = run.load().rate();
        run = orders(contender, load -> load.closed(CLIENTS, window));
        warm = run.load().failed() == 0 && run.load().rate() < before * 1.1;
      }
      if (!warm) {
        out.println("one of them is not warm yet: its figures are those of a beginning");
      }
      return warm;
    });
  }

  /** What each carries, and what an order costs; returns the rates. */
  Both<Double> saga(Duration length) {
    out.printf("saga: %d clients, %d s each%n", CLIENTS, length.toSeconds());
    var runs = pair.each(contender -> orders(contender, load -> load.closed(CLIENTS, length)));
    table.add(runs.figure("saga", "complete orders", Figure.A_SECOND, Run::rate));
    completion("saga", "", runs);
    table.add(runs.figure("saga", "not answered well", "", run -> (double) run.load().failed()));
    table.add(runs.figure("saga", "processor time of an order", "ms", Run::cost));
    for (var process : runs.shop().cpu().keySet()) {
      table.add(runs.figure("saga", "  " + process, "ms", run -> run.cost(process)));
    }
    table.add(runs.figure("saga", "the load generator's part of it", "", Run::share));
    return new Both<>(runs.shop().rate(), runs.yardstick().rate());
  }

  void intake() {
    for (int clients : new int[] {1, 8, 32, 64, 128}) {
      out.printf("intake: %d clients, %d s each%n", clients, WINDOW.toSeconds());
      var runs = pair.each(contender -> orders(contender, load -> load.closed(clients, WINDOW)));
      rate("intake", clients + " clients: ", Figure.A_SECOND, runs);
      latencies("intake", clients + " clients: ", runs);
    }
  }

  /** In the open model, at parts of what each sustains. */
  void open(Both<Double> sustained) {
    for (int percent : new int[] {25, 50, 75}) {
      var length = Duration.ofSeconds(percent == 50 ? 30 : 10);
      out.printf("open: at %d %% of the rate, %d s each%n", percent, length.toSeconds());
      var runs =
          pair.each(
              sustained,
              (contender, rate) ->
                  orders(contender, load -> load.open(rate * percent / 100, length)));
      rate("open", percent + " % of the rate: ", Figure.OFFERED, runs);
      latencies("open", percent + " % of the rate: ", runs);
      completion("open", percent + " % of the rate: ", runs);
    }
  }

  /** Everything that was ordered just before is cancelled. */
  void cancel(Duration length) {
    out.printf("cancel: the orders of %d s each%n", length.toSeconds());
    var runs =
        pair.each(contender -> {
          var orders = orders(contender, load -> load.closed(CLIENTS, length));
          var all = new ConcurrentLinkedQueue<>(orders.load().acknowledged());
          return Run.cancels(
              contender,
              () -> {
                var order = all.poll();
                return order == null ? null : Requests.cancel(order);
              },
              load -> load.closed(CLIENTS, Duration.ofMinutes(5)));
        });
    table.add(runs.figure("cancel", "complete cancels", Figure.A_SECOND, Run::rate));
    rate("cancel", "", Figure.A_SECOND, runs);
    latencies("cancel", "", runs);
    completion("cancel", "", runs);
    table.add(runs.figure("cancel", "processor time of a cancel", "ms", Run::cost));
  }

  /** The view is read while orders flow at a quarter of the rate. */
  void reads(Both<Double> sustained, String stored) {
    read(sustained, stored + ", one order: ", Requests::view);
    read(sustained, stored + ", first page: ", _ -> Requests.firstPage());
    read(sustained, stored + ", a customer's page: ", _ -> Requests.ofCustomer());
  }

  private void read(Both<Double> sustained, String what, LongFunction<Message> request) {
    out.printf("reads: %s%d s each%n", what, WINDOW.toSeconds());
    var reads =
        pair.each(
            sustained,
            (contender, rate) ->
                reading(contender, rate, request, (load, window) -> load.closed(READERS, window)));
    table.add(reads.figure("reads", what + "requests", Figure.A_SECOND, Measured::rate));
    table.add(reads.figure("reads", what + "p50", "ms", read -> read.percentile(50)));
    table.add(reads.figure("reads", what + "p99", "ms", read -> read.percentile(99)));
    table.add(
        reads.figure("reads", what + "not answered well", "", read -> (double) read.failed()));
  }

  /**
   * Requests for one order after the other, while orders flow at a quarter of the rate.
   *
   * @param reads how often, for the window that it is given
   */
  Measured reading(
      Contender contender,
      double rate,
      LongFunction<Message> request,
      BiFunction<Load, Duration, Measured> reads) {
    var orders =
        CompletableFuture.supplyAsync(() -> orders(contender, load -> load.open(rate / 4, WINDOW)));
    var newest = new AtomicLong(1);
    var measured =
        reads.apply(
            new Load(contender.gateway(), () -> request.apply(newest.getAndIncrement())), WINDOW);
    orders.join();
    return measured;
  }

  private void rate(String part, String what, String unit, Both<Run> runs) {
    table.add(runs.figure(part, what + "requests", unit, run -> run.load().rate()));
  }

  private void latencies(String part, String what, Both<Run> runs) {
    table.add(runs.figure(part, what + "p50", "ms", run -> run.load().percentile(50)));
    table.add(runs.figure(part, what + "p99", "ms", run -> run.load().percentile(99)));
    table.add(runs.figure(part, what + "p99.9", "ms", run -> run.load().percentile(99.9)));
    table.add(
        runs.figure(part, what + "not answered well", "", run -> (double) run.load().failed()));
  }

  private void completion(String part, String what, Both<Run> runs) {
    table.add(
        runs.figure(part, what + "request to complete, p50", "ms", run -> run.completion(50)));
    table.add(
        runs.figure(part, what + "request to complete, p99", "ms", run -> run.completion(99)));
  }

  Run orders(Contender contender, Run.Model model) {
    var run = Run.orders(contender, model);
    return contender instanceof RealShop ? promises.add(run) : run;
  }
}
