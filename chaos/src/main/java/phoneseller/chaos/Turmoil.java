package phoneseller.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Carries out a schedule: every fault at its time, side by side. */
final class Turmoil {

  private final Schedule schedule;
  private final Saboteur saboteur;
  private final PrintStream out;
  private final Queue<Fault> done = new ConcurrentLinkedQueue<>();
  private final Queue<String> missed = new ConcurrentLinkedQueue<>();

  Turmoil(Schedule schedule, Saboteur saboteur, PrintStream out) {
    this.schedule = schedule;
    this.saboteur = saboteur;
    this.out = out;
  }

  /** Returns when the last fault has ended. */
  void run() throws InterruptedException {
    long began = System.nanoTime();
    var threads = new ArrayList<Thread>();
    for (var fault : schedule.faults()) {
      threads.add(Thread.ofVirtual().start(() -> one(fault, began)));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private void one(Fault fault, long began) {
    await(began, fault.from());
    try {
      out.println(fault);
      saboteur.begin(fault);
      done.add(fault);
    } catch (IOException | RuntimeException | AssertionError e) {
      missed.add(fault + ": " + e);
    }
    await(began, fault.until());
    try {
      saboteur.end(fault);
    } catch (RuntimeException e) {
      missed.add("the end of " + fault + ": " + e);
    }
  }

  private static void await(long began, Duration when) {
    long left = when.toNanos() - (System.nanoTime() - began);
    Waiting.pause(Duration.ofNanos(Math.max(0, left)));
  }

  Map<Kind, Integer> done() {
    var counts = new EnumMap<Kind, Integer>(Kind.class);
    done.forEach(fault -> counts.merge(fault.kind(), 1, Integer::sum));
    return counts;
  }

  /** Faults that could not be made, and why: what they need was away for another fault. */
  List<String> missed() {
    return List.copyOf(missed);
  }
}
