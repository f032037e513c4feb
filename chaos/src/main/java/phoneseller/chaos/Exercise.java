package phoneseller.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;

/** What a drill needs: a shop, a steady load on it, and a place for the figures. */
record Exercise(
    Shop shop,
    SteadyLoad load,
    History history,
    Duration warm,
    Duration length,
    Findings findings,
    PrintStream out) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  static final Duration WITHIN = Duration.ofSeconds(60);

  /** A drill does its fault, and tells what came of it. */
  interface Drill {
    void run(Exercise exercise) throws IOException, InterruptedException, SQLException;
  }

  /** Since the shop is warm. */
  Shots shots() {
    return load.shots().that(shot -> shot.at().compareTo(warm) >= 0);
  }

  void pass(Duration time) {
    Waiting.pause(time);
  }

  /** Stops the load and waits for rest, which is promised within a minute of this moment. */
  void awaitRest(String since, long moment) throws InterruptedException {
    awaitRest(since, moment, 0);
  }

  /** The same with so many orders beside the load's. */
  void awaitRest(String since, long moment, long more) throws InterruptedException {
    load.stop();
    var rest = new Rest(shop, history, out);
    var took = rest.since(moment, PATIENCE);
    if (took == null) {
      findings.expect("rest after " + since, "never", "at most 60.0 s", false);
    } else {
      findings.atMost("rest after " + since, took, WITHIN);
    }
    findings.none("findings of verify", rest.findings());
    long taken = load.shots().that(shot -> shot.order() > 0).size() + more;
    long unknown = load.shots().that(shot -> !shot.isTaken() && !shot.isRefused()).size();
    long beside = rest.orders() - taken;
    findings.expect(
        "orders stored beside those that were taken",
        beside,
        unknown == 0 ? "none" : "at most " + unknown + " unknown",
        beside >= 0 && beside <= unknown);
  }

  void tellSpeed(String when, Shots shots) {
    findings.tell("orders " + when, shots.size());
    findings.tell("  p50", Findings.text(shots.percentile(0.5)));
    findings.tell("  p99", Findings.text(shots.percentile(0.99)));
  }
}
