package phoneseller.verify;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** A set of order ids in growing order; a million of neighbours take a few hundred kilobytes. */
final class Ids {

  private static final int WORDS = 8;

  private final TreeMap<Long, long[]> blocks = new TreeMap<>();
  private long size;

  /** Whether it was not in the set before. */
  boolean add(long id) {
    long[] block = blocks.computeIfAbsent(id >> 9, _ -> new long[WORDS]);
    int word = (int) (id >> 6) & WORDS - 1;
    long bit = 1L << (id & 63);
    if ((block[word] & bit) != 0) {
      return false;
    }
    block[word] |= bit;
    size++;
    return true;
  }

  boolean remove(long id) {
    if (!contains(id)) {
      return false;
    }
    long[] block = blocks.getOrDefault(id >> 9, new long[WORDS]);
    block[(int) (id >> 6) & WORDS - 1] &= ~(1L << (id & 63));
    size--;
    return true;
  }

  boolean contains(long id) {
    long[] block = blocks.get(id >> 9);
    return block != null && (block[(int) (id >> 6) & WORDS - 1] & 1L << (id & 63)) != 0;
  }

  long size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void forEach(LongConsumer consumer) {
    for (Map.Entry<Long, long[]> block : blocks.entrySet()) {
      for (int word = 0; word < WORDS; word++) {
        for (long bits = block.getValue()[word]; bits != 0; bits &= bits - 1) {
          consumer.accept((block.getKey() << 9) + word * 64L + Long.numberOfTrailingZeros(bits));
        }
      }
    }
  }
}
