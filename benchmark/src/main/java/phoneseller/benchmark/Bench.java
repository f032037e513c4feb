package phoneseller.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import phoneseller.chaos.Options;
import phoneseller.local.Programs;
import phoneseller.verify.Settings;
import phoneseller.verify.Verification;

/**
 * Measures the shop beside its yardstick: {@code --programs FOLDER --folder FOLDER [--parts
 * saga,intake,half,cancel,reads] [--postgres] [--quick]}.
 */
public final class Bench {

  static final int CLIENTS = 64;

  private static final List<String> PARTS = List.of("saga", "intake", "half", "cancel", "reads");

  private final Options options;
  private final PrintStream out;
  private final Path folder;
  private final Table table = new Table();
  private final TreeSet<Long> acknowledged = new TreeSet<>();

  private Bench(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.folder = options.folder("folder");
  }

  public static void main(String... words) throws Exception {
    System.exit(new Bench(Options.of(words), System.out).run() ? 0 : 1);
  }

  private boolean run() throws IOException {
    boolean postgres = options.has("postgres");
    boolean quick = options.has("quick");
    var programs = new Programs(options.folder("programs"));
    out.printf(
        "the shop and its yardstick on %s; the folder is %s%n",
        postgres ? "PostgreSQL" : "the embedded databases", folder);
    var parts =
        Arrays.asList(
            options.text("parts", quick ? "saga" : String.join(",", PARTS)).split(",", -1));
    RealShop.prepare(programs);
    try (var yardstick = BarePipeline.open(programs, made("yardstick"), postgres)) {
      long began = System.nanoTime();
      try (var shop = RealShop.open(programs, made("shop"), postgres)) {
        table.add(
            new Figure(
                "start", "the whole shop is ready", "s", (System.nanoTime() - began) / 1e9, null));
        measure(new Pair(shop, yardstick), parts, quick);
        out.println();
        table.print(out);
        table.write(folder, postgres ? "postgres" : "embedded");
        return verify(shop);
      }
    }
  }

  private void measure(Pair pair, List<String> parts, boolean quick) {
    var warming = Duration.ofSeconds(quick ? 15 : 60);
    out.printf("both are ready and are warmed up, %d s each%n", warming.toSeconds());
    pair.each(contender -> orders(contender, load -> load.closed(CLIENTS, warming)));
    var half = pair.each(_ -> 0.0);
    if (parts.contains("saga")) {
      half = saga(pair, Duration.ofSeconds(quick ? 20 : 60));
    }
    if (parts.contains("intake")) {
      intake(pair);
    }
    if (parts.contains("half")) {
      half(pair, half);
    }
    footprint(pair);
  }

  /** What sustained load each carries, and what an order costs; returns half of its rate. */
  private Pair.Both<Double> saga(Pair pair, Duration length) {
    out.printf("saga: %d clients, %d s each%n", CLIENTS, length.toSeconds());
    var runs = pair.each(contender -> orders(contender, load -> load.closed(CLIENTS, length)));
    table.add(runs.figure("saga", "complete orders", "1/s", Run::rate));
    table.add(runs.figure("saga", "POST, p50", "ms", run -> run.load().percentile(50)));
    table.add(runs.figure("saga", "POST, p99", "ms", run -> run.load().percentile(99)));
    table.add(runs.figure("saga", "POST to complete, p50", "ms", run -> run.completion(50)));
    table.add(runs.figure("saga", "POST to complete, p99", "ms", run -> run.completion(99)));
    table.add(runs.figure("saga", "not answered well", "", run -> (double) run.load().failed()));
    table.add(runs.figure("saga", "processor time of an order", "ms", Run::cost));
    for (var process : runs.shop().cpu().keySet()) {
      table.add(
          runs.figure(
              "saga",
              "  " + process,
              "ms",
              run -> Usage.part(run.cpu(), process) / run.load().acknowledged().size()));
    }
    table.add(runs.figure("saga", "the generator's share of the processors", "", Run::share));
    return new Pair.Both<>(runs.shop().rate() / 2, runs.yardstick().rate() / 2);
  }

  private void intake(Pair pair) {
    var length = Duration.ofSeconds(8);
    for (int clients : new int[] {1, 8, 32, 64, 128}) {
      out.printf("intake: %d clients, %d s each%n", clients, length.toSeconds());
      var runs = pair.each(contender -> orders(contender, load -> load.closed(clients, length)));
      latencies("intake", clients + " clients", runs);
    }
  }

  private void latencies(String part, String what, Pair.Both<Run> runs) {
    table.add(runs.figure(part, what + ", orders taken", "1/s", run -> run.load().rate()));
    for (double percentile : new double[] {50, 99, 99.9}) {
      table.add(
          runs.figure(
              part,
              what + ", p" + (percentile == 99.9 ? "99.9" : "" + (int) percentile),
              "ms",
              run -> run.load().percentile(percentile)));
    }
    table.add(
        runs.figure(part, what + ", not answered well", "", run -> (double) run.load().failed()));
  }

  /** Each at half of what it sustains, in the open model. */
  private void half(Pair pair, Pair.Both<Double> rates) {
    var length = Duration.ofSeconds(30);
    out.printf("half of the sustained rate, %d s each%n", length.toSeconds());
    var runs =
        pair.each(contender -> {
          double rate = contender.equals(pair.shop()) ? rates.shop() : rates.yardstick();
          return orders(contender, load -> load.open(rate, length));
        });
    latencies("half", "half of the rate", runs);
    table.add(runs.figure("half", "POST to complete, p50", "ms", run -> run.completion(50)));
    table.add(runs.figure("half", "POST to complete, p99", "ms", run -> run.completion(99)));
  }

  private Run orders(Contender contender, Run.Model model) {
    var run = Run.orders(contender, model);
    if (contender instanceof RealShop) {
      acknowledged.addAll(run.load().acknowledged());
    }
    return run;
  }

  private void footprint(Pair pair) {
    var memory = pair.each(Usage::memory);
    table.add(
        memory.figure(
            "footprint",
            "memory of all processes",
            "MB",
            all -> all.values().stream().mapToDouble(Double::doubleValue).sum()));
    for (var process : memory.shop().keySet()) {
      table.add(
          memory.figure("footprint", "  " + process, "MB", all -> all.getOrDefault(process, 0.0)));
    }
  }

  private boolean verify(RealShop shop) throws IOException {
    Path file = folder.resolve("acknowledged");
    Files.write(
        file, acknowledged.stream().map(String::valueOf).toList(), StandardOpenOption.CREATE);
    var report =
        new Verification(shop.shop().addresses(), new Settings(file, Duration.ZERO, true)).run();
    out.printf(
        "%d orders acknowledged, %d stored, %d findings of verify%n",
        report.acknowledged(), report.orders(), report.findings().size());
    report.findings().stream().limit(20).forEach(out::println);
    return report.holds();
  }

  private Path made(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }
}
