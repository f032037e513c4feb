package phoneseller.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often a password may be tried for a name. */
class AttemptsTest {

  private Instant now = Instant.parse("2026-11-25T09:00:00Z");
  private final Attempts attempts =
      new Attempts(new Attempts.Limit(3, Duration.ofSeconds(30)), () -> now);

  private boolean[] tried(String name, int times) {
    var allowed = new boolean[times];
    IntStream.range(0, times).forEach(time -> allowed[time] = attempts.begin(name));
    return allowed;
  }

  @Test
  void afterSoManyNothingIsTriedUntilTheTimeIsOver() {
    assertThat(tried("one", 5)).containsExactly(true, true, true, false, false);

    now = now.plusSeconds(29);
    assertThat(tried("one", 1)).containsExactly(false);

    now = now.plusSeconds(1);
    assertThat(tried("one", 4)).containsExactly(true, true, true, false);
  }

  @Test
  void aNameIsNotLimitedForAnother() {
    tried("one", 5);

    assertThat(tried("two", 1)).containsExactly(true);
  }

  @Test
  void aFloodOfOtherNamesForgivesNothing() {
    tried("one", 5);
    IntStream.range(0, 20_000).forEach(number -> attempts.begin("other-" + number));

    assertThat(tried("one", 1)).containsExactly(false);
  }

  @Test
  void whatWentBeforeARightPasswordIsForgotten() {
    tried("one", 3);
    attempts.forget("one");

    assertThat(tried("one", 4)).containsExactly(true, true, true, false);
  }
}
