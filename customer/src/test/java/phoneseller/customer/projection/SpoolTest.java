package phoneseller.customer.projection;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import phoneseller.customer.Life;

class SpoolTest {

  /** Whatever is kept in memory and whatever in the file. */
  @Test
  void whatHasHappenedComesBackByOrders() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      var happenings = happenings(random.longs(40, 1, 4_000));
      Collections.shuffle(happenings, random);
      try (var spool = new Spool(Long.MAX_VALUE, 1 + random.nextInt(40_000))) {
        happenings.forEach(spool::add);

        happenings.sort(comparingLong(Happening::orderId));
        assertThat(all(spool))
            .as("seed %d", seed)
            .isSortedAccordingTo(comparingLong(Happening::orderId))
            .containsExactlyInAnyOrderElementsOf(happenings);
      }
    }
  }

  @Test
  void anOrderIsWhole() {
    var happenings = happenings(LongStream.rangeClosed(1, 5_000));
    Collections.shuffle(happenings, new Random(1));
    var seen = new ArrayList<Long>();
    try (var spool = new Spool(Long.MAX_VALUE, 10_000)) {
      happenings.forEach(spool::add);

      for (var some = spool.next(); !some.isEmpty(); some = spool.next()) {
        seen.addAll(some.stream().map(Happening::orderId).distinct().toList());
      }
    }
    assertThat(seen).hasSize(5_000).doesNotHaveDuplicates();
  }

  @Test
  void whatNobodySaidIsStillUnknown() {
    var bare = Happening.of(Life.of(1_000_000_000, null).rewarded());
    try (var spool = new Spool(Long.MAX_VALUE, 1)) {
      spool.add(bare);

      assertThat(all(spool)).containsExactly(bare);
    }
  }

  @Test
  void itIsFullByWhatIsInMemoryAndInTheFile() {
    var first = Happening.of(Life.of(1, "customer-1").ordered());
    try (var inMemory = new Spool(1, 1_000_000);
        var inFile = new Spool(1, 1)) {
      assertThat(inMemory.isFull()).isFalse();
      inMemory.add(first);
      inFile.add(first);

      assertThat(inMemory.isFull()).isTrue();
      assertThat(inFile.isFull()).isTrue();
    }
  }

  private static List<Happening> all(Spool spool) {
    var all = new ArrayList<Happening>();
    for (var some = spool.next(); !some.isEmpty(); some = spool.next()) {
      all.addAll(some);
    }
    return all;
  }

  private static List<Happening> happenings(LongStream orders) {
    var happenings = new ArrayList<Happening>();
    orders.forEach(order ->
        Life.of(order, "고객-" + order).whole().stream().map(Happening::of).forEach(happenings::add));
    return happenings;
  }
}
