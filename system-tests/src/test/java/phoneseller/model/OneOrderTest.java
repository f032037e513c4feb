package phoneseller.model;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.model.Setting.Card.DECLINED;
import static phoneseller.model.Setting.Card.GOOD;
import static phoneseller.model.Setting.Card.NO_REFUND;
import static phoneseller.store.domain.ShippingPolicy.AUTOMATIC;
import static phoneseller.store.domain.ShippingPolicy.BY_HAND;

import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every interleaving of one order's story, within the bounds that each line names. */
class OneOrderTest {

  private static final long PRICE = 990_000;

  static Stream<Arguments> stories() {
    return Stream.of(
        Arguments.of("cancelled twice", new Setting(PRICE, GOOD, AUTOMATIC, 0, 2, 0)),
        Arguments.of("shipped by hand", new Setting(PRICE, GOOD, BY_HAND, 0, 1, 0)),
        Arguments.of("cancelled directly", new Setting(PRICE, GOOD, AUTOMATIC, 0, 0, 1)),
        Arguments.of("one failure", new Setting(PRICE, GOOD, AUTOMATIC, 1, 1, 0)),
        Arguments.of("two failures", new Setting(PRICE, GOOD, AUTOMATIC, 2, 0, 0)),
        Arguments.of("no refund", new Setting(PRICE, NO_REFUND, AUTOMATIC, 0, 1, 0)),
        Arguments.of("declined", new Setting(PRICE, DECLINED, AUTOMATIC, 1, 1, 0)),
        Arguments.of("free of charge", new Setting(0, GOOD, AUTOMATIC, 1, 1, 0)),
        Arguments.of("too cheap for points", new Setting(5, GOOD, AUTOMATIC, 0, 1, 0)));
  }

  /** For whoever has minutes: {@code -Dmodel.wide=true}. */
  static Stream<Arguments> wideStories() {
    return Stream.of(
        Arguments.of("cancelled directly twice", new Setting(PRICE, GOOD, AUTOMATIC, 0, 0, 2)),
        Arguments.of("cancelled in two places", new Setting(PRICE, GOOD, AUTOMATIC, 0, 1, 1)),
        Arguments.of("no refund, one failure", new Setting(PRICE, NO_REFUND, AUTOMATIC, 1, 1, 0)),
        Arguments.of("declined in two places", new Setting(PRICE, DECLINED, AUTOMATIC, 1, 1, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wideStories")
  @EnabledIfSystemProperty(named = "model.wide", matches = "true")
  void everyRuleHoldsInEveryStateOfAWideStory(String name, Setting setting) {
    everyRuleHoldsInEveryStateAndEveryStateLeadsToAnEnd(name, setting);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void everyRuleHoldsInEveryStateAndEveryStateLeadsToAnEnd(String name, Setting setting) {
    long began = System.nanoTime();

    var extent = new Exploration(setting).explore();

    System.out.printf("%s: %s in %d ms%n", name, extent, (System.nanoTime() - began) / 1_000_000);
    assertThat(extent.ends()).isPositive();
  }
}
