package phoneseller.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

  @Test
  void aRateThatWasCarriedIsDrawnForBoth() {
    var chart =
        Chart.of(List.of(new Figure("saga", "complete orders", Figure.A_SECOND, 300, 3_000.0)));

    assertThat(chart).contains("saga: complete orders", "width=\"42.0\"", "width=\"420.0\"");
  }

  @Test
  void whatIsNoResultIsNotDrawn() {
    var chart =
        Chart.of(
            List.of(
                new Figure("open", "50 % of the rate: requests", Figure.OFFERED, 150, 1_500.0),
                new Figure("open", "50 % of the rate: p99", "ms", 40, 47.0),
                Figure.alone("growth", "10,000 stored: complete orders", Figure.A_SECOND, 300)));

    assertThat(chart).doesNotContain("open", "growth");
  }
}
