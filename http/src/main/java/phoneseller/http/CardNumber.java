package phoneseller.http;

import java.util.regex.Pattern;

/**
 * Tells texts that a payment card's number has got into: 13 to 19 digits, spaces or dashes between
 * them, that no letter or digit touches, with the first digits and the check digit of one. The shop
 * asks for no card, and so it keeps none.
 */
public final class CardNumber {

  private static final int FEWEST_DIGITS = 13;
  private static final Pattern CARD =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:[3-6]|2[ -]?2[ -]?2[1-9]|2[ -]?[3-7])(?:[ -]?[0-9]){12,18}(?![0-9A-Za-z])");

  private CardNumber() {}

  /** Whether there is one anywhere in the text. */
  public static boolean isIn(String text) {
    return hasEnoughDigits(text)
        && CARD.matcher(text).results().anyMatch(found -> hasCheckDigit(found.group()));
  }

  /** Asked of every event and call, and so by hand. */
  private static boolean hasEnoughDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (c != ' ' && c != '-') {
        digits = 0;
      }
    }
    return digits >= FEWEST_DIGITS;
  }

  /**
   * The text, where no card's number is in it.
   *
   * @throws Unacceptable when there is one; it tells the field and not the number
   */
  public static String refused(String field, String text) {
    if (isIn(text)) {
      throw new Unacceptable(
          field, "looks like the number of a card, which the shop never asks for");
    }
    return text;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Luhn's, ISO/IEC 7812-1. */
  private static boolean hasCheckDigit(String number) {
    int[] digits = number.chars().filter(CardNumber::isDigit).map(c -> c - '0').toArray();
    int sum = 0;
    for (int i = 0; i < digits.length; i++) {
      int digit = digits[digits.length - 1 - i];
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
