package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {

  /** The numbers with which shops are tried; written in halves, so that no file holds one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "41111111_11111111",
        "4111 1111 _1111 1111",
        "5555-5555-_5555-4444",
        "22210000_00000009",
        "3782822_46310005",
        "60111111_11111117",
        "my card: 4111 1111_ 1111 1111, valid till 12/30",
        "\uC804\uD65442222_22222222 (\uCE74\uB4DC)"
      })
  void theNumberOfACardIsFound(String halves) {
    var text = halves.replace("_", "");

    assertThat(CardNumber.isIn(text)).isTrue();
    assertThatThrownBy(() -> CardNumber.refused("item", text))
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining("item")
        .hasMessageNotContaining(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc123",
        "",
        "4111 1111 1111",
        "4111111111111112",
        "8801234567893",
        "1764172800000",
        "20261126160000",
        "a4111111111111111f",
        "GX-NOTE99/black/256"
      })
  void everythingElseIsNot(String text) {
    assertThat(CardNumber.isIn(text)).isFalse();
    assertThat(CardNumber.refused("item", text)).isSameAs(text);
  }

  @Test
  void anIdThatIsMadeIsNeverOne() {
    for (int i = 0; i < 100_000; i++) {
      assertThat(CardNumber.isIn(Correlation.continuing(null, null).id())).isFalse();
    }
  }
}
