package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringTest {

  private final Gathering gathering = new Gathering(Duration.ofMillis(1), Duration.ofMillis(10));

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 1", "5, 4", "11, 10", "12, 10", "128, 10"})
  void theMoreSharedACommitTheLongerTheNextWaitsUpToALimit(int sharing, long millis) {
    assertThat(gathering.after(sharing)).hasMillis(millis);
  }
}
