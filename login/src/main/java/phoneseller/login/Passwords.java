package phoneseller.login;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes passwords that are read from one window and typed into another: four short words. */
final class Passwords {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CONSONANTS = "bdfghjkmnprstvz";
  private static final String VOWELS = "aeiou";

  private Passwords() {}

  /** One of (15 × 5)⁸, about 2⁵⁰. */
  static String make() {
    return IntStream.range(0, 4)
        .mapToObj(_ -> syllable() + syllable())
        .collect(Collectors.joining("-"));
  }

  private static String syllable() {
    return "" + one(CONSONANTS) + one(VOWELS);
  }

  private static char one(String letters) {
    return letters.charAt(RANDOM.nextInt(letters.length()));
  }
}
