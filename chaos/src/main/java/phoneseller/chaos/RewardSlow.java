package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;

/** Reward answers after 800 ms: orders are refused fast, for a while, and nothing is stored. */
final class RewardSlow implements Exercise.Drill {

  private static final Duration BASELINE = Duration.ofSeconds(20);
  private static final Duration AFTERWARDS = Duration.ofSeconds(30);
  private static final int RETRIES = 100;

  @Override
  public void run(Exercise exercise) throws IOException, InterruptedException {
    var load = exercise.load();
    var findings = exercise.findings();
    exercise.pass(BASELINE);
    var onset = load.now();
    new Client(exercise.shop())
        .send(
            "reward",
            "POST",
            "/actuator/faults",
            "{\"latency\":\"800ms\",\"for\":\"" + exercise.length().toSeconds() + "s\"}",
            Map.of());
    exercise.out().println("reward is slow");
    exercise.pass(exercise.length());
    var end = load.now();
    exercise.out().println("reward is fast again");
    exercise.pass(AFTERWARDS);
    exercise.awaitRest("the load's end", System.nanoTime());
    judge(exercise.shots(), onset, end, findings);
    retry(load, findings);
  }

  private static void judge(Shots shots, Duration onset, Duration end, Findings findings) {
    findings.none(
        "orders not taken before",
        shots.between(Duration.ZERO, onset).that(shot -> !shot.isTaken()).all());
    var refused = shots.that(Shot::isRefused);
    var first = refused.first(shot -> shot.at().compareTo(onset) > 0);
    findings.atMost(
        "first refusal after the onset",
        first.map(shot -> shot.at().minus(onset)).orElse(Duration.ofDays(1)),
        Duration.ofSeconds(10));
    findings.tell("orders refused", refused.size());
    findings.tell("refusals, p50", Findings.text(refused.percentile(0.5)));
    findings.atMost("refusals, p99", refused.percentile(0.99), Duration.ofMillis(50));
    findings.tell("refusals, slowest", Findings.text(refused.percentile(1)));
    findings.none("refusals that do not say when", refused.that(shot -> !shot.saysWhen()).all());
    findings.none(
        "answers that are neither", shots.that(shot -> !shot.isTaken() && !shot.isRefused()).all());
    findings.atMost("longest stretch of refusal", shots.longestRefusal(), Duration.ofSeconds(61));
    findings.atMost(
        "last refusal after the end",
        refused
            .last(shot -> shot.at().compareTo(end) > 0)
            .map(shot -> shot.at().minus(end))
            .orElse(Duration.ZERO),
        Duration.ofSeconds(15));
    findings.expect(
        "orders taken afterwards",
        shots.that(shot -> shot.isTaken() && shot.at().compareTo(end) > 0).size(),
        "some",
        shots.last(Shot::isTaken).map(shot -> shot.at().compareTo(end) > 0).orElse(false));
  }

  /** Who was refused asks again under the same key, twice, and has one order. */
  private static void retry(SteadyLoad load, Findings findings) throws IOException {
    var wrong = new HashSet<String>();
    for (var shot : load.shots().that(Shot::isRefused).all().stream().limit(RETRIES).toList()) {
      String first = load.again(shot.key()).header("Location");
      String second = load.again(shot.key()).header("Location");
      if (first.isEmpty() || !first.equals(second)) {
        wrong.add(shot.key() + " is " + first + " and " + second);
      }
    }
    findings.none("retries of the refused that were doubled", wrong.stream().toList());
  }
}
