package phoneseller.chaos;

import java.time.Duration;

/** Reward is killed under load: nobody else notices, and everything is made up for. */
final class RewardDown implements Exercise.Drill {

  private static final Duration BASELINE = Duration.ofSeconds(60);
  private static final double SLOWER = 1.5;

  @Override
  public void run(Exercise exercise) throws InterruptedException {
    var load = exercise.load();
    var findings = exercise.findings();
    var from = load.now();
    exercise.pass(BASELINE);
    var killed = load.now();
    exercise.shop().process("reward").kill();
    exercise.out().println("reward is killed");
    exercise.pass(exercise.length());
    var returned = load.now();
    exercise.out().println("reward is started");
    exercise.shop().process("reward").restart();
    long moment = System.nanoTime();
    exercise.out().println("reward is back");
    exercise.awaitRest("reward's return", moment);

    var before = exercise.shots().between(from, killed);
    var meanwhile = exercise.shots().between(killed, returned);
    exercise.tellSpeed("before", before);
    exercise.tellSpeed("without reward", meanwhile);
    double ratio =
        (double) meanwhile.percentile(0.99).toNanos() / before.percentile(0.99).toNanos();
    findings.expect(
        "p99 without reward against before",
        "%.2f".formatted(ratio),
        "at most 1.5",
        ratio <= SLOWER);
    findings.none("orders not taken", exercise.shots().that(shot -> !shot.isTaken()).all());
    findings.none("cancels not taken", load.cancelsRefused());
    findings.tell("cancels that waited or not", load.cancelled().size());
  }
}
