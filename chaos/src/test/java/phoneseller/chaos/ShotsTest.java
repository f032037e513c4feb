package phoneseller.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShotsTest {

  @Test
  void aStretchOfRefusalEndsWithTheFirstOrderThatIsTaken() {
    var shots =
        new Shots(List.of(shot(1, 201), shot(2, 503), shot(7, 503), shot(8, 201), shot(9, 503)));

    assertThat(shots.longestRefusal()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void anAnswerThatNeverCameEndsNoStretchOfRefusal() {
    var shots = new Shots(List.of(shot(2, 503), shot(3, 0), shot(7, 503)));

    assertThat(shots.longestRefusal()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aPercentileIsTheTimeThatThisShareNeededAtMost() {
    var shots =
        new Shots(
            IntStream.rangeClosed(1, 200)
                .mapToObj(n -> new Shot("key", Duration.ZERO, Duration.ofMillis(n), 201, n, false))
                .toList());

    assertThat(shots.percentile(0.5)).isEqualTo(Duration.ofMillis(100));
    assertThat(shots.percentile(0.99)).isEqualTo(Duration.ofMillis(198));
    assertThat(shots.percentile(1)).isEqualTo(Duration.ofMillis(200));
  }

  private static Shot shot(int second, int status) {
    return new Shot("key", Duration.ofSeconds(second), Duration.ofMillis(5), status, 0, false);
  }
}
