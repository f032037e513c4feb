package phoneseller.app.domain;

import org.jspecify.annotations.Nullable;

/** What every text from outside must be before it is stored or sent. */
final class Text {

  private Text() {}

  static String checked(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      throw new Invalid(field, "is missing");
    }
    if (text.length() > longest) {
      throw new Invalid(field, "is longer than " + longest + " characters");
    }
    if (text.codePoints().anyMatch(Text::isUnprintable)) {
      throw new Invalid(field, "has a character that is no text");
    }
    return text;
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
