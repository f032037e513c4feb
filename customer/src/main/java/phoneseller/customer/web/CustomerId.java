package phoneseller.customer.web;

import phoneseller.http.Unacceptable;

/** Whose orders are asked for: 1 to 64 characters. */
record CustomerId(String value) {

  private static final int LONGEST = 64;

  CustomerId {
    if (value.isBlank()) {
      throw new Unacceptable("customerId", "is blank");
    }
    if (value.length() > LONGEST) {
      throw new Unacceptable("customerId", "is over " + LONGEST + " characters");
    }
    if (value.codePoints().anyMatch(CustomerId::unreadable)) {
      throw new Unacceptable("customerId", "has characters that are no text");
    }
  }

  private static boolean unreadable(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
