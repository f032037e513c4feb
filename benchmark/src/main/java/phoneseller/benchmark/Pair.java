package phoneseller.benchmark;

import java.util.function.BiFunction;
import java.util.function.Function;

/** The shop and its yardstick, which do the same one after the other. */
record Pair(RealShop shop, Contender yardstick) {

  <T> Both<T> each(Function<Contender, T> work) {
    return new Both<>(work.apply(shop), work.apply(yardstick));
  }

  <S, T> Both<T> each(Both<S> given, BiFunction<Contender, S, T> work) {
    return new Both<>(work.apply(shop, given.shop()), work.apply(yardstick, given.yardstick()));
  }

  /** What came of it. */
  record Both<T>(T shop, T yardstick) {

    Figure figure(String part, String name, String unit, Function<T, Double> value) {
      return new Figure(part, name, unit, value.apply(shop), value.apply(yardstick));
    }
  }
}
