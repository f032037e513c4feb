package phoneseller.chaos;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Orders of a steady load in the order in which they were due, and their figures. */
record Shots(List<Shot> all) {

  Shots {
    all = all.stream().sorted(Comparator.comparing(Shot::at)).toList();
  }

  Shots between(Duration from, Duration until) {
    return that(shot -> shot.at().compareTo(from) >= 0 && shot.at().compareTo(until) < 0);
  }

  Shots that(Predicate<Shot> condition) {
    return new Shots(all.stream().filter(condition).toList());
  }

  int size() {
    return all.size();
  }

  /** The time that this share of the answers needed at most. */
  Duration percentile(double share) {
    var times = all.stream().map(Shot::took).sorted().toList();
    return times.isEmpty()
        ? Duration.ZERO
        : times.get(Math.min(times.size() - 1, (int) Math.ceil(share * times.size()) - 1));
  }

  Optional<Shot> first(Predicate<Shot> condition) {
    return all.stream().filter(condition).findFirst();
  }

  Optional<Shot> last(Predicate<Shot> condition) {
    return all.reversed().stream().filter(condition).findFirst();
  }

  /** The longest time in which orders were refused and none was taken. */
  Duration longestRefusal() {
    var longest = Duration.ZERO;
    Optional<Shot> since = Optional.empty();
    for (var shot : all) {
      if (shot.isTaken()) {
        since = Optional.empty();
      } else if (shot.isRefused()) {
        since = since.or(() -> Optional.of(shot));
        var stretch = shot.at().minus(since.orElseThrow().at());
        longest = stretch.compareTo(longest) > 0 ? stretch : longest;
      }
    }
    return longest;
  }
}
