package phoneseller.pay.domain;

/** Who pays: 1 to 64 characters, none of them a control character. */
public record CustomerId(String value) {

  private static final int LONGEST = 64;

  public CustomerId {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new Invalid("customerId", "is not 1 to " + LONGEST + " characters");
    }
    if (value.codePoints().anyMatch(CustomerId::isNoText)) {
      throw new Invalid("customerId", "has a character that is no text");
    }
  }

  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
