package phoneseller.reward.domain;

import org.jspecify.annotations.Nullable;

/** Whose points they are: 1 to 64 characters, {@code guest} when nobody says. */
public record CustomerId(String value) {

  private static final int LONGEST = 64;

  public CustomerId {
    if (value.isBlank()) {
      throw new Invalid("customerId", "is blank");
    }
    if (value.length() > LONGEST) {
      throw new Invalid("customerId", "is longer than " + LONGEST + " characters");
    }
    if (value.codePoints().anyMatch(CustomerId::isUnprintable)) {
      throw new Invalid("customerId", "has a character that is no text");
    }
  }

  public static CustomerId orGuest(@Nullable String value) {
    return new CustomerId(value == null ? "guest" : value);
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
