package phoneseller.http;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for by whoever reads all of it: the rows after an id, {@code size}
 * 20 unless told and 1000 at most. However long the list, each part costs the same.
 */
public record After(long id, int size) {

  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 1000;

  /** Reads the query parameters; what cannot be accepted is answered with 422. */
  public static After of(@Nullable String after, @Nullable String size) {
    long length = number("size", size, DEFAULT_SIZE, 1);
    return new After(number("after", after, 0, 0), (int) Math.min(length, MAX_SIZE));
  }

  private static long number(String name, @Nullable String text, long otherwise, long least) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text.strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Unacceptable(name, "is not a whole number");
    }
    throw new Unacceptable(name, "is below " + least);
  }
}
