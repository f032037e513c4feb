package phoneseller.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import phoneseller.verify.Settings;
import phoneseller.verify.Verification;

/** The orders that a shop has acknowledged: all of them must pass verify. */
final class Promises {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RealShop shop;
  private final PrintStream out;
  private final Set<Long> orders = new ConcurrentSkipListSet<>();

  Promises(RealShop shop, PrintStream out) {
    this.shop = shop;
    this.out = out;
  }

  Run add(Run run) {
    orders.addAll(run.load().acknowledged());
    return run;
  }

  /** Tells what is wrong; the orders stay in a file in the shop's folder. */
  boolean areKept() {
    Path file = shop.folder().resolve("acknowledged");
    try {
      Files.write(file, orders.stream().map(String::valueOf).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var settings = new Settings(file, PATIENCE, true);
    var report = new Verification(shop.shop().addresses(), settings).run();
    out.printf(
        "%n%d orders acknowledged, %d stored: verify finds %d things wrong%n",
        report.acknowledged(), report.orders(), report.findings().size());
    report.findings().stream().limit(20).forEach(out::println);
    return report.holds();
  }
}
