package phoneseller.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.model.Setting.Card;
import phoneseller.store.domain.ShippingPolicy;

/**
 * Long histories with many failures and many clients, further than every interleaving can be gone
 * through. {@code -Dmodel.seed=N} begins with that seed, {@code -Dmodel.orders=N} plays more.
 */
class RandomHistoriesTest {

  private static final long FIRST_SEED = Long.getLong("model.seed", 1);
  private static final int ORDERS = Integer.getInteger("model.orders", 400);
  private static final int LONGEST = 10_000;

  static Stream<Setting> settings() {
    return Stream.of(
        new Setting(990_000, Card.GOOD, ShippingPolicy.AUTOMATIC, 12, 3, 3),
        new Setting(990_000, Card.GOOD, ShippingPolicy.BY_HAND, 6, 1, 1),
        new Setting(990_000, Card.NO_REFUND, ShippingPolicy.AUTOMATIC, 8, 2, 2),
        new Setting(990_000, Card.DECLINED, ShippingPolicy.AUTOMATIC, 8, 2, 2),
        new Setting(5, Card.GOOD, ShippingPolicy.BY_HAND, 6, 2, 2),
        new Setting(0, Card.GOOD, ShippingPolicy.AUTOMATIC, 8, 2, 2));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyHistoryKeepsTheRulesAndComesToAnEnd(Setting setting) {
    var actions = new Actions(setting);
    for (long seed = FIRST_SEED; seed < FIRST_SEED + ORDERS; seed++) {
      play(setting, actions, seed);
    }
  }

  private static void play(Setting setting, Actions actions, long seed) {
    var random = new Random(seed);
    var history = new ArrayList<String>();
    var rules = new Rules(setting);
    var world = World.before(setting).settled();
    try {
      for (int step = 0; ; step++) {
        var action = choose(actions.of(world), random);
        if (action == null) {
          rules.atRest(world);
          return;
        }
        history.add(action.name());
        var next = action.in(world);
        rules.inEveryState(next);
        rules.atEveryStep(world, next);
        world = next;
        if (step == LONGEST) {
          throw new AssertionError("no end after " + LONGEST + " steps");
        }
      }
    } catch (AssertionError | RuntimeException e) {
      var told = String.join("\n  ", history.subList(0, Math.min(history.size(), 200)));
      throw new AssertionError(e + " with seed " + seed + " after\n  " + told + "\n" + world, e);
    }
  }

  /** Mostly what goes on by itself, which alone ends a history. */
  private static @Nullable Action choose(List<Action> all, Random random) {
    boolean troubled = random.nextInt(4) == 0;
    var choice = all.stream().filter(action -> action.goesOn() != troubled).toList();
    if (!choice.isEmpty()) {
      return choice.get(random.nextInt(choice.size()));
    }
    var goingOn = all.stream().filter(Action::goesOn).toList();
    return goingOn.isEmpty() ? null : goingOn.get(random.nextInt(goingOn.size()));
  }
}
