package phoneseller.reward.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "9,0",
    "10,1",
    "19,1",
    "990000,99000",
    "9223372036854775807,922337203685477580"
  })
  void aTenthOfThePriceIsRoundedDown(long price, long points) {
    assertThat(Points.earnedBy(price)).isEqualTo(new Points(points));
  }

  @Test
  void noPriceIsBelowZero() {
    assertThatThrownBy(() -> Points.earnedBy(-1)).isInstanceOf(Invalid.class);
  }
}
