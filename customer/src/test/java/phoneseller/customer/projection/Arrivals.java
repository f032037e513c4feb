package phoneseller.customer.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The ways in which events can reach a consumer. */
final class Arrivals {

  private Arrivals() {}

  static <T> void everyOrderOf(List<T> events, Consumer<List<T>> test) {
    permute(new ArrayList<>(events), 0, test);
  }

  /** Shuffled, a third of them again and somewhere else, cut into batches anywhere. */
  static <T> List<List<T>> random(List<T> events, Random random) {
    var all = new ArrayList<>(events);
    events.stream().filter(_ -> random.nextInt(3) == 0).forEach(all::add);
    Collections.shuffle(all, random);
    var batches = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 1 + random.nextInt(8));
      batches.add(List.copyOf(all.subList(from, to)));
      from = to;
    }
    return batches;
  }

  private static <T> void permute(List<T> events, int fixed, Consumer<List<T>> test) {
    if (fixed == events.size()) {
      test.accept(List.copyOf(events));
    }
    for (int i = fixed; i < events.size(); i++) {
      Collections.swap(events, fixed, i);
      permute(events, fixed + 1, test);
      Collections.swap(events, fixed, i);
    }
  }
}
