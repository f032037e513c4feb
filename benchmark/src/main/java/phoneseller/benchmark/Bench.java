package phoneseller.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import phoneseller.chaos.Folders;
import phoneseller.chaos.Options;
import phoneseller.local.Programs;

/**
 * Measures the shop beside its yardstick: {@code --programs FOLDER --folder FOLDER [--parts all |
 * saga,intake,open,cancel,reads,rebuild,spring,growth,backlog,scale] [--postgres] [--quick]}. Ends
 * with 1 when an order that was acknowledged breaks what must hold.
 */
public final class Bench {

  /** Those that take seconds or a minute each. */
  private static final List<String> SHORT =
      List.of("saga", "intake", "open", "cancel", "reads", "rebuild", "spring");

  private static final List<String> LONG = List.of("growth", "backlog", "scale");
  private static final long BACKLOG = 200_000;

  private final Options options;
  private final PrintStream out;
  private final Path folder;
  private final boolean quick;
  private final List<String> parts;
  private final Table table;

  private Bench(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.table = new Table(out);
    this.folder = options.folder("folder");
    this.quick = options.has("quick");
    this.parts = parts(options.text("parts", quick ? "saga" : String.join(",", SHORT)));
  }

  private static List<String> parts(String named) {
    var words = Arrays.asList(named.split(",", -1));
    return words.contains("all") ? Stream.concat(SHORT.stream(), LONG.stream()).toList() : words;
  }

  public static void main(String... words) throws Exception {
    System.exit(new Bench(Options.of(words), System.out).run() ? 0 : 1);
  }

  private boolean run() throws IOException {
    boolean postgres = options.has("postgres");
    var programs = new Programs(options.folder("programs"));
    var databases = postgres ? "PostgreSQL" : "the embedded databases";
    out.printf("the shop and its yardstick on %s; the folder is %s%n", databases, folder);
    RealShop.prepare(programs);
    long began = System.nanoTime();
    boolean well;
    try (var shop = RealShop.open(programs, setting("shop", postgres))) {
      table.add(
          Figure.alone("start", "the whole shop is ready", "s", (System.nanoTime() - began) / 1e9));
      var promises = new Promises(shop, out);
      try (var yardstick = BarePipeline.open(programs, setting("yardstick", postgres))) {
        measure(new Pair(shop, yardstick), promises);
        table.write(folder);
        well = promises.areKept();
      }
    }
    if (parts.contains("spring")) {
      try (var framework = Framework.open(programs, setting("framework", false))) {
        new SpringsShare(framework, table, out).measure();
      }
    }
    if (parts.contains("scale")) {
      well &= scale(programs, postgres);
    }
    table.print();
    table.write(folder);
    end(well);
    return well;
  }

  private boolean scale(Programs programs, boolean postgres) throws IOException {
    if (!postgres) {
      out.println("scale: two instances need a database server; with --postgres");
      return true;
    }
    var one = setting("one", true);
    var two = setting("two", true);
    return new Scale(
            twice -> RealShop.balanced(programs, twice.isEmpty() ? one : two, twice),
            Duration.ofSeconds(quick ? 20 : 60),
            table,
            out)
        .measure();
  }

  private void measure(Pair pair, Promises promises) {
    var loads = new Loads(pair, promises, table, out);
    loads.warmUp(Duration.ofSeconds(quick ? 48 : 240));
    var rates = loads.saga(Duration.ofSeconds(quick ? 15 : 60));
    footprint(pair);
    if (parts.contains("intake")) {
      loads.intake();
    }
    if (parts.contains("open")) {
      loads.open(rates);
    }
    if (parts.contains("cancel")) {
      loads.cancel(Duration.ofSeconds(20));
    }
    if (parts.contains("reads")) {
      loads.reads(rates, "few stored");
    }
    if (parts.contains("rebuild")) {
      new Rebuilding(pair, table, out).afterOrders(loads, rates.shop());
    }
    if (parts.contains("growth")) {
      new Growth(pair, loads, table, out).measure();
    }
    if (parts.contains("backlog")) {
      new Backlogs(pair, table, out).measure(BACKLOG);
    }
  }

  private void footprint(Pair pair) {
    var memory = pair.each(Usage::memory);
    table.add(memory.figure("footprint", "memory of all processes", "MB", Usage::sum));
    for (var process : memory.shop().keySet()) {
      table.add(
          memory.figure("footprint", "  " + process, "MB", all -> all.getOrDefault(process, 0.0)));
    }
  }

  /** The figures stay, and all the rest when something is to be looked at in it. */
  private void end(boolean well) throws IOException {
    if (well) {
      for (var name : List.of("shop", "yardstick", "framework", "one", "two")) {
        Folders.remove(folder.resolve(name));
      }
    }
    out.println("table and chart as files: " + folder);
  }

  private Setting setting(String name, boolean postgres) throws IOException {
    return new Setting(Files.createDirectories(folder.resolve(name)), postgres, !quick);
  }
}
