package phoneseller.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.CannotVerify;
import phoneseller.verify.Report;
import phoneseller.verify.Settings;
import phoneseller.verify.Verification;

/** Waits until a shop is at rest: every order at its end, and every invariant holding. */
final class Rest {

  private final Shop shop;
  private final History history;
  private final PrintStream out;
  private @Nullable Report report;
  private String state = "nothing has been looked at";

  Rest(Shop shop, History history, PrintStream out) {
    this.shop = shop;
    this.history = history;
    this.out = out;
  }

  /** How long it took from this moment of {@link System#nanoTime}; null: longer than this. */
  @Nullable Duration since(long began, Duration patience) {
    String told = "";
    do {
      var looked = Duration.ofNanos(System.nanoTime() - began);
      if (holds()) {
        return looked;
      }
      if (!told.equals(state)) {
        told = state;
        out.printf("%6.1f s  %s%n", looked.toMillis() / 1000.0, state);
      }
      Waiting.pause(Duration.ofMillis(500));
    } while (System.nanoTime() - began < patience.toNanos());
    return null;
  }

  private boolean holds() {
    try {
      history.flush();
      var settings = new Settings(history.acknowledged(), Duration.ZERO, true);
      report = new Verification(shop.addresses(), settings).run();
      state = report.open() + " orders are on their way, " + report.findings().size() + " findings";
      return report.holds();
    } catch (CannotVerify e) {
      state = e.toString();
      return false;
    }
  }

  /** How many orders there are, promised or not. */
  long orders() {
    return report == null ? -1 : report.orders();
  }

  List<String> findings() {
    return report == null
        ? List.of(state)
        : report.findings().stream()
            .map(found ->
                found.invariant().sentence() + ": order " + found.order() + ": " + found.detail())
            .toList();
  }
}
