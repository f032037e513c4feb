package phoneseller.app.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import phoneseller.app.InMemoryCatalogue;

class AssortmentTest {

  private final InMemoryCatalogue catalogue = new InMemoryCatalogue();

  @BeforeEach
  void aPhoneIsSold() {
    catalogue.sell("GX Note99", "GX-NOTE99", 495_000);
  }

  @ParameterizedTest
  @EnumSource
  void aPhoneCostsWhatTheCatalogueSays(Assortment assortment) {
    assertThat(assortment.priced(order("GX Note99", 2, null), catalogue))
        .isEqualTo(order("GX Note99", 2, 990_000L));
    assertThat(assortment.priced(order("GX Note99", 1, 495_000L), catalogue))
        .isEqualTo(order("GX Note99", 1, 495_000L));
    assertThat(assortment.priced(order("GX-NOTE99", 100, null), catalogue))
        .isEqualTo(order("GX-NOTE99", 100, 49_500_000L));
    assertThat(assortment.priced(order("GX-NOTE99/blue/128", 1, null), catalogue))
        .isEqualTo(order("GX-NOTE99/blue/128", 1, 495_000L));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 494_999, 495_001, 990_000, Long.MAX_VALUE})
  void anotherPriceIsRefused(long price) {
    for (var assortment : Assortment.values()) {
      refused(assortment, order("GX Note99", 1, price), "price");
      refused(assortment, order("GX-NOTE99/blue/128", 1, price), "price");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GX-NOTE99/",
        "GX-NOTE99/blue",
        "GX-NOTE99/128/blue",
        "GX-NOTE99/pink/128",
        "GX-NOTE99/blue/128/x",
        "GX Note99/blue/129"
      })
  void aChoiceThatThePhoneDoesNotHaveIsRefused(String item) {
    for (var assortment : Assortment.values()) {
      refused(assortment, order(item, 1, null), "item");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "gx note99", "GX Note99 ", "GX", "/", "a/b"})
  void whatIsInNoCatalogueCostsWhatItsRequestSaysWhereItIsSold(String item) {
    for (var asked : new Purchase[] {order(item, 1, 7L), order(item, 1, null)}) {
      assertThat(Assortment.ANYTHING.priced(asked, catalogue)).isEqualTo(asked);
      refused(Assortment.CATALOGUE_ONLY, asked, "item");
    }
  }

  @Test
  void noAmountIsTooMuchToBeCounted() {
    catalogue.sell("Gold", "GOLD", Long.MAX_VALUE / 2);

    refused(Assortment.ANYTHING, order("Gold", 3, null), "price");
    refused(Assortment.ANYTHING, order("Gold", 5, null), "price");
    assertThat(Assortment.ANYTHING.priced(order("Gold", 2, null), catalogue).amount())
        .isEqualTo(new Won(Long.MAX_VALUE - 1));
  }

  private void refused(Assortment assortment, Purchase asked, String field) {
    assertThatThrownBy(() -> assortment.priced(asked, catalogue))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static Purchase order(String item, int quantity, @Nullable Long price) {
    return Purchase.of("customer-1", item, quantity, price);
  }
}
