package phoneseller.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * All faults of a run, drawn beforehand from the seed alone. Faults overlap, but no target has two
 * at a time; the last one ends with the run.
 */
public record Schedule(long seed, Duration length, boolean postgres, List<Fault> faults) {

  private static final Duration BETWEEN = Duration.ofMillis(4_500);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public Schedule {
    faults = List.copyOf(faults);
  }

  public static Schedule draw(long seed, Duration length, boolean postgres) {
    return new Schedule(seed, length, postgres, new Drawing(seed, length, postgres).all());
  }

  private static final class Drawing {

    private final Random random;
    private final Duration length;
    private final boolean postgres;
    private final Targets targets;
    private final Map<String, Duration> freeFrom = new HashMap<>();
    private final Deque<Kind> kinds = new ArrayDeque<>();

    Drawing(long seed, Duration length, boolean postgres) {
      this.random = new Random(seed);
      this.length = length;
      this.postgres = postgres;
      this.targets = new Targets(postgres);
      add(kind -> 1);
    }

    List<Fault> all() {
      var faults = new ArrayList<Fault>();
      var slot = SHORTEST;
      while (slot.plus(SHORTEST).compareTo(length) < 0) {
        one(slot.plusMillis(random.nextInt((int) BETWEEN.toMillis() / 2))).ifPresent(faults::add);
        slot = slot.plus(BETWEEN);
      }
      return faults;
    }

    /** The first kind of the stack that finds a free target now; the others keep their place. */
    private Optional<Fault> one(Duration from) {
      if (kinds.size() < Kind.values().length) {
        add(Kind::weight);
      }
      for (Kind kind : kinds) {
        var fault = fault(kind, from);
        if (fault.isPresent()) {
          kinds.removeFirstOccurrence(kind);
          return fault;
        }
      }
      return Optional.empty();
    }

    private Optional<Fault> fault(Kind kind, Duration from) {
      long spread = kind.longest().minus(kind.shortest()).toMillis();
      var lasting = kind.shortest().plusMillis(random.nextLong(spread + 1));
      if (from.plus(lasting).compareTo(length) > 0) {
        return Optional.empty();
      }
      var choices = new ArrayList<>(targets.of(kind));
      Collections.shuffle(choices, random);
      int amount = amount(kind);
      long salt = random.nextLong();
      return choices.stream()
          .filter(each -> each.stream().allMatch(target -> isFree(target, from)))
          .findFirst()
          .map(chosen -> {
            chosen.forEach(target -> freeFrom.put(target, from.plus(lasting).plus(kind.rest())));
            return new Fault(kind, chosen, from, lasting, amount, salt);
          });
    }

    private boolean isFree(String target, Duration from) {
      return freeFrom.getOrDefault(target, Duration.ZERO).compareTo(from) <= 0;
    }

    private int amount(Kind kind) {
      return switch (kind) {
        case DELAY -> 20 + random.nextInt(600);
        case SLOW, PROVIDER_SLOW -> 300 + random.nextInt(1_500);
        case ERRORS -> 10 + random.nextInt(50);
        case DUPLICATES, REORDER -> 20 + random.nextInt(300);
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
            0;
      };
    }

    /** More kinds, as often as is said; once each to begin with. */
    private void add(ToIntFunction<Kind> times) {
      var more = new ArrayList<Kind>();
      Arrays.stream(Kind.values())
          .filter(kind -> postgres || kind != Kind.SECOND_INSTANCE)
          .forEach(kind -> more.addAll(Collections.nCopies(times.applyAsInt(kind), kind)));
      Collections.shuffle(more, random);
      kinds.addAll(more);
    }
  }
}
