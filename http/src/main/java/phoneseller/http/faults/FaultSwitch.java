package phoneseller.http.faults;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes one thing slow or faulty while it is on. Whoever passes it does so without a lock. */
public final class FaultSwitch {

  private final InstantSource clock;
  private final RandomGenerator dice;
  private volatile @Nullable Fault fault;

  FaultSwitch(InstantSource clock, RandomGenerator dice) {
    this.clock = clock;
    this.dice = dice;
  }

  void on(Fault next) {
    fault = next;
  }

  void off() {
    fault = null;
  }

  Optional<Fault> fault() {
    var now = clock.instant();
    return Optional.ofNullable(fault).filter(found -> !found.isOver(now));
  }

  /**
   * Takes as long as the fault says.
   *
   * @throws SwitchedOn for as many of a hundred as the fault says
   */
  public void pass() {
    var found = fault();
    if (found.isEmpty()) {
      return;
    }
    try {
      Thread.sleep(found.get().latency());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The caller has gone.", e);
    }
    if (dice.nextInt(100) < found.get().errors()) {
      throw new SwitchedOn();
    }
  }

  /** The error that was ordered. */
  public static final class SwitchedOn extends RuntimeException {
    private static final long serialVersionUID = 1;

    SwitchedOn() {
      super("A fault is switched on.");
    }
  }
}
