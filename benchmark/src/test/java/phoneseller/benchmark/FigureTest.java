package phoneseller.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  private static final Figure RATE = new Figure("saga", "complete orders", "1/s", 250, 1000.0);

  @Test
  void aFigureStandsBesideItsPartOfTheYardstick() {
    assertThat(RATE.ratio()).isEqualTo(0.25);
    assertThat(RATE.line()).contains("250", "1,000", "0.250");
    assertThat(Figure.alone("start", "ready", "s", 12.34).ratio()).isNull();
    assertThat(new Figure("saga", "failed", "", 3, 0.0).ratio()).isNull();
  }

  @Test
  void theChartHasABarForEachRateAndNothingElse() {
    var svg =
        Chart.of(
            List.of(
                RATE,
                Figure.alone("backlog", "rebuild <of> it", "1/s", 5),
                new Figure("saga", "p99 & more", "ms", 3, 1.0)));

    assertThat(svg.split("<rect x=", -1)).hasSize(3);
    assertThat(svg).contains("width=\"105.0\"", "width=\"420.0\"").doesNotContain("p99");
  }
}
