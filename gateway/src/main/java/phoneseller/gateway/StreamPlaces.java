package phoneseller.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts open streams: so many in all, and so many of one person or address. */
final class StreamPlaces {

  private final int most;
  private final int each;
  private final AtomicInteger taken = new AtomicInteger();
  private final Map<String, Integer> takenBy = new ConcurrentHashMap<>();

  StreamPlaces(int most, int each) {
    this.most = most;
    this.each = each;
  }

  /** Whether there was a place; it is then to be given back. */
  boolean take(String whose) {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      return false;
    }
    if (takenBy.merge(whose, 1, Integer::sum) > each) {
      giveBack(whose);
      return false;
    }
    return true;
  }

  void giveBack(String whose) {
    takenBy.computeIfPresent(whose, (_, count) -> count == 1 ? null : count - 1);
    taken.decrementAndGet();
  }

  int taken() {
    return taken.get();
  }
}
