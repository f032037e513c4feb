package phoneseller.reward.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import phoneseller.reward.domain.PointsOfOrder.Untouched;

/** Whatever the ledger is asked, in whichever order and however often, these hold. */
class EveryStoryTest {

  private enum Word {
    GRANT,
    RECLAIM,
    GIVE_BACK
  }

  private static final long EARNED = 99000;

  @Test
  void theSumOfAnOrderIsWhatItsStorySays() {
    for (var story : Stories.upTo(6, List.of(Word.values())).toList()) {
      var entries = booked(story);
      int grant = story.indexOf(Word.GRANT);
      int reclaim = story.indexOf(Word.RECLAIM);
      boolean granted = grant >= 0 && (reclaim < 0 || grant < reclaim);
      int taken = granted ? after(grant, story, Word.RECLAIM) : reclaim;
      int returned = taken < 0 ? -1 : after(taken, story, Word.GIVE_BACK);
      boolean back = returned >= 0;
      boolean late = !granted && back && after(returned, story, Word.GRANT) >= 0;

      long sum = entries.stream().mapToLong(entry -> entry.points().value()).sum();
      boolean has = granted ? taken < 0 || back : late;
      assertThat(sum).as("%s", story).isEqualTo(has ? EARNED : 0);
      assertThat(entries)
          .as("%s", story)
          .hasSize((granted || late ? 1 : 0) + (taken >= 0 ? 1 : 0) + (back ? 1 : 0));
    }
  }

  @Test
  void theStepsOfAnOrderAreCountedWithoutGaps() {
    for (var story : Stories.upTo(6, List.of(Word.values())).toList()) {
      var steps = booked(story).stream().map(Entry::step).toList();
      assertThat(steps).isEqualTo(IntStream.rangeClosed(1, steps.size()).boxed().toList());
    }
  }

  @Test
  void noSumIsEverBelowZeroOnTheWay() {
    for (var story : Stories.upTo(6, List.of(Word.values())).toList()) {
      long sum = 0;
      for (var entry : booked(story)) {
        sum += entry.points().value();
        assertThat(sum).as("%s", story).isBetween(0L, EARNED);
      }
    }
  }

  private static int after(int position, List<Word> story, Word word) {
    int found = story.subList(position + 1, story.size()).indexOf(word);
    return found < 0 ? -1 : position + 1 + found;
  }

  private static List<Entry> booked(List<Word> story) {
    var entries = new ArrayList<Entry>();
    PointsOfOrder points = new Untouched(new OrderId(2));
    for (var word : story) {
      var decision = decide(word, points);
      points = decision.points();
      if (decision.changed()) {
        entries.add(points.lastEntry().orElseThrow());
      }
    }
    return entries;
  }

  private static Decision decide(Word word, PointsOfOrder points) {
    var customer = new CustomerId("customer-1");
    var now = Instant.parse("2026-11-22T12:03:50Z");
    try {
      return switch (word) {
        case GRANT -> points.grant(customer, new Points(EARNED), now);
        case RECLAIM -> points.reclaim(customer, now);
        case GIVE_BACK -> points.giveBack(now);
      };
    } catch (Refused e) {
      return Decision.none(points);
    }
  }
}
