package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @Test
  void readsEveryPrecisionOfEveryTime() {
    var random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 20_000; i++) {
      var time = Instant.ofEpochSecond(random.nextLong(LAST), random.nextInt(1_000_000_000));
      for (int digits = 0; digits <= 9; digits++) {
        var text = new DateTimeFormatterBuilder().appendInstant(digits).toFormatter().format(time);
        assertThat(EventTime.parse(text)).as(text).isEqualTo(Instant.parse(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-29T24:00:00Z",
        "2026-12-31T23:59:60Z",
        "2026-11-29T17:24:01.5+01:00",
        "2026-11-29t17:24:01z",
        "+12026-11-29T17:24:01Z",
        "-0001-11-29T17:24:01Z",
        "2026-11-29T17:24:01.Z"
      })
  void leavesOtherFormsToTheGeneralParser(String text) {
    assertThat(EventTime.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-29",
        "2026-11-29T17:24:01",
        "2026-02-30T17:24:01Z",
        "2026-13-01T17:24:01Z",
        "2026-11-29T25:00:01Z",
        "2026-11-29T17:24:01.1234567890Z",
        "2026-11-29T17:24:01.12a456Z",
        "2026-11-29T17:2 :01Z",
        "２０２６-11-29T17:24:01Z",
        "2026-11-29T17:24:01.313456Zz"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> EventTime.parse(text)).isInstanceOf(DateTimeParseException.class);
  }
}
