package phoneseller.benchmark;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import phoneseller.chaos.Member;

/** The shop and its yardstick, which do the same one after the other. */
record Pair(RealShop shop, Contender yardstick) {

  <T> Both<T> each(Function<Contender, T> work) {
    return new Both<>(work.apply(shop), work.apply(yardstick));
  }

  <S, T> Both<T> each(Both<S> given, BiFunction<Contender, S, T> work) {
    return new Both<>(work.apply(shop, given.shop()), work.apply(yardstick, given.yardstick()));
  }

  /** The same, each while the other is held still: idling, that would take processor time, too. */
  <S, T> Both<T> eachAlone(Both<S> given, BiFunction<Contender, S, T> work) {
    return new Both<>(
        whileStill(yardstick, () -> work.apply(shop, given.shop())),
        whileStill(shop, () -> work.apply(yardstick, given.yardstick())));
  }

  /** A database server is left alone: it does nothing that it is not asked for. */
  static <T> T whileStill(Contender other, Supplier<T> work) {
    var held =
        other.processes().stream().filter(member -> !member.name().equals("postgres")).toList();
    held.forEach(Member::pause);
    try {
      return work.get();
    } finally {
      held.forEach(Member::resume);
    }
  }

  /** What came of it. */
  record Both<T>(T shop, T yardstick) {

    Figure figure(String part, String name, String unit, Function<T, Double> value) {
      return new Figure(part, name, unit, value.apply(shop), value.apply(yardstick));
    }
  }
}
