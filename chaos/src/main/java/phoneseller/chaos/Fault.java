package phoneseller.chaos;

import java.time.Duration;
import java.util.List;

/**
 * Something that goes wrong at a time, and is well again after another.
 *
 * @param from counted from the beginning of the run
 * @param amount of what the kind needs: milliseconds, percent, records
 * @param salt what its own random choices are drawn from
 */
public record Fault(
    Kind kind, List<String> targets, Duration from, Duration lasting, int amount, long salt) {

  public Fault {
    targets = List.copyOf(targets);
  }

  Duration until() {
    return from.plus(lasting);
  }

  String target() {
    return targets.getFirst();
  }

  @Override
  public String toString() {
    return "%6.1f s  %5.1f s  %-38s %s%s"
        .formatted(
            from.toMillis() / 1000.0,
            lasting.toMillis() / 1000.0,
            kind.sentence(),
            String.join(" and ", targets),
            switch (kind) {
              case DELAY, SLOW, PROVIDER_SLOW -> " by " + amount + " ms";
              case ERRORS -> " in " + amount + " %";
              case DUPLICATES, REORDER -> ", " + amount + " of them";
              case KILL,
                  STOP,
                  PAUSE,
                  TWO_AT_ONCE,
                  BROKER_AWAY,
                  SECOND_INSTANCE,
                  CUT,
                  STALL,
                  HALF_ANSWERS,
                  PROVIDER_SILENT ->
                  "";
            });
  }
}
