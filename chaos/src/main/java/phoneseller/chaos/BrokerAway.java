package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;

/** The broker is away under load: orders and payments are taken, and the events follow in order. */
final class BrokerAway implements Exercise.Drill {

  private static final Duration BASELINE = Duration.ofSeconds(30);

  @Override
  public void run(Exercise exercise) throws IOException, InterruptedException {
    var load = exercise.load();
    var findings = exercise.findings();
    var kafka = exercise.shop().process("kafka");
    var from = load.now();
    exercise.pass(BASELINE);
    var killed = load.now();
    kafka.kill();
    exercise.out().println("the broker is killed");
    exercise.pass(exercise.length());
    double waiting =
        Metrics.of(exercise.shop().process("app")).getOrDefault("outbox_depth", 0.0)
            + Metrics.of(exercise.shop().process("pay")).getOrDefault("outbox_depth", 0.0);
    var returned = load.now();
    kafka.restart();
    long moment = System.nanoTime();
    exercise.out().println("the broker is back");
    exercise.awaitRest("the broker's return", moment);

    var meanwhile = exercise.shots().between(killed, returned);
    exercise.tellSpeed("before", exercise.shots().between(from, killed));
    exercise.tellSpeed("without the broker", meanwhile);
    findings.tell("events that waited in app and pay", Math.round(waiting));
    findings.none("orders not paid at once", meanwhile.that(shot -> shot.status() != 201).all());
    findings.none("cancels not taken", load.cancelsRefused());
    var topic = TopicBook.read("127.0.0.1:" + kafka.port());
    findings.tell("events on the topic", topic.events());
    findings.none("events out of order", topic.disorder());
  }
}
