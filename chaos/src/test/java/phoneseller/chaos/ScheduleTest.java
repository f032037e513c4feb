package phoneseller.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  static Stream<Schedule> tenMinutes() {
    return LongStream.range(0, 100)
        .mapToObj(seed -> Schedule.draw(seed, TEN_MINUTES, seed % 2 == 0));
  }

  static Stream<Schedule> twoMinutes() {
    return LongStream.range(0, 100)
        .mapToObj(seed -> Schedule.draw(seed, Duration.ofMinutes(2), seed % 2 == 0));
  }

  @ParameterizedTest
  @MethodSource("tenMinutes")
  void theSameSeedGivesTheSameFaults(Schedule schedule) {
    assertThat(Schedule.draw(schedule.seed(), schedule.length(), schedule.postgres()))
        .isEqualTo(schedule);
    assertThat(Schedule.draw(schedule.seed() + 1, schedule.length(), schedule.postgres()).faults())
        .isNotEqualTo(schedule.faults());
  }

  @ParameterizedTest
  @MethodSource("tenMinutes")
  void tenMinutesBringMoreThanAHundredFaults(Schedule schedule) {
    assertThat(schedule.faults()).hasSizeGreaterThan(110);
  }

  @ParameterizedTest
  @MethodSource({"tenMinutes", "twoMinutes"})
  void theLastFaultEndsWithTheRun(Schedule schedule) {
    assertThat(schedule.faults())
        .allMatch(fault -> fault.until().compareTo(schedule.length()) <= 0)
        .allMatch(fault -> !fault.lasting().isNegative());
  }

  @ParameterizedTest
  @MethodSource({"tenMinutes", "twoMinutes"})
  void noTargetHasTwoFaultsAtATime(Schedule schedule) {
    var until = new HashMap<String, Duration>();
    for (var fault : schedule.faults()) {
      for (var target : fault.targets()) {
        assertThat(fault.from()).isGreaterThanOrEqualTo(until.getOrDefault(target, Duration.ZERO));
        until.put(target, fault.until());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tenMinutes")
  void everyKindComes(Schedule schedule) {
    var expected =
        Arrays.stream(Kind.values())
            .filter(kind -> schedule.postgres() || kind != Kind.SECOND_INSTANCE)
            .toList();
    List<Kind> kinds = schedule.faults().stream().map(Fault::kind).distinct().toList();
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(expected);
  }
}
