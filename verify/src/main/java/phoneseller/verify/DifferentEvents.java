package phoneseller.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many different events an order has; one is the rule and takes eight bytes. */
final class DifferentEvents {

  private static final int BLOCK = 512;
  private static final long NONE = Long.MIN_VALUE;

  private final TreeMap<Long, long[]> first = new TreeMap<>();
  private final Map<Long, Set<Long>> others = new HashMap<>();

  void note(long order, long event) {
    long[] block = first.computeIfAbsent(order / BLOCK, _ -> filled());
    int i = (int) Math.floorMod(order, (long) BLOCK);
    if (block[i] == NONE) {
      block[i] = event;
    } else if (block[i] != event) {
      others.computeIfAbsent(order, _ -> new HashSet<>()).add(event);
    }
  }

  int of(long order) {
    long[] block = first.get(order / BLOCK);
    int i = (int) Math.floorMod(order, (long) BLOCK);
    return block == null || block[i] == NONE ? 0 : 1 + others.getOrDefault(order, Set.of()).size();
  }

  private static long[] filled() {
    long[] block = new long[BLOCK];
    Arrays.fill(block, NONE);
    return block;
  }
}
