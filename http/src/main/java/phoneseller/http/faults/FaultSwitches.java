package phoneseller.http.faults;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The switches of a service: one for its requests, and one for each part that asked for one. */
public final class FaultSwitches {

  private final Map<String, FaultSwitch> switches = new ConcurrentHashMap<>();
  private final FaultSwitch requests;
  private final InstantSource clock;
  private final RandomGenerator dice;

  FaultSwitches(InstantSource clock, RandomGenerator dice) {
    this.clock = clock;
    this.dice = dice;
    this.requests = new FaultSwitch(clock, dice);
  }

  FaultSwitch requests() {
    return requests;
  }

  /** The switch of a part, which begins switched off. */
  public FaultSwitch of(String part) {
    return switches.computeIfAbsent(part, _ -> new FaultSwitch(clock, dice));
  }

  Optional<FaultSwitch> find(String part) {
    return Optional.ofNullable(switches.get(part));
  }
}
