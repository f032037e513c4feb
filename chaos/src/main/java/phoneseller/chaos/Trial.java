package phoneseller.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run: a shop at work, its faults, its recovery, and what is left of its promises. */
public final class Trial {

  private static final int CUSTOMERS = 16;
  private static final Duration PACE = Duration.ofMillis(160);
  private static final Duration CALM = Duration.ofSeconds(5);
  private static final Duration ANSWERS = Duration.ofSeconds(90);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Schedule schedule;
  private final Shop shop;
  private final PrintStream out;

  public Trial(Schedule schedule, Shop shop, PrintStream out) {
    this.schedule = schedule;
    this.shop = shop;
    this.out = out;
  }

  public Outcome run() throws InterruptedException {
    try (var history = new History(shop.folder())) {
      return run(history);
    }
  }

  private Outcome run(History history) throws InterruptedException {
    var broker = "127.0.0.1:" + shop.process("kafka").port();
    var saboteur = new Saboteur(shop, new Client(shop), new Repeater(broker));
    var turmoil = new Turmoil(schedule, saboteur, out);
    var crowd = new Crowd(shop, history, schedule.seed(), CUSTOMERS, PACE);
    crowd.start();
    Waiting.pause(CALM);
    turmoil.run();
    long ended = System.nanoTime();
    out.println("the last fault has ended; waiting for rest");
    crowd.stopOrdering();
    var wrong = new ArrayList<String>();
    saboteur.missing().forEach(name -> wrong.add(name + " has ended by itself"));
    if (!crowd.awaitAnswers(ANSWERS)) {
      wrong.add("not every request has been answered " + ANSWERS.toSeconds() + " s after the end");
    }
    var recovery = new Recovery(shop, crowd, history);
    var heal = recovery.watch(ended, PATIENCE, out);
    out.println(heal == null ? "not all is well" : "all is well; every key is asked for again");
    var replay = new Replay(new Client(shop), crowd.orders());
    var doubled = new ArrayList<>(replay.run());
    wrong.addAll(recovery.broken());
    wrong.addAll(crowd.surprises());
    recovery.look();
    doubled.addAll(recovery.doubled());
    return new Outcome(
        turmoil.done(),
        turmoil.missed(),
        crowd.requests(),
        crowd.orders().size(),
        crowd.refused(),
        recovery.lost(),
        doubled,
        recovery.stuck(),
        List.copyOf(wrong),
        heal,
        TopicBook.read(broker).slowest());
  }
}
