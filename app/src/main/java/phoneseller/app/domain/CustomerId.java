package phoneseller.app.domain;

import org.jspecify.annotations.Nullable;

/** Whose order it is: 1 to 64 characters, {@code guest} when nobody says. */
public record CustomerId(String value) {

  private static final int LONGEST = 64;

  public CustomerId {
    value = Text.checked("customerId", value, LONGEST);
  }

  public static CustomerId orGuest(@Nullable String value) {
    return new CustomerId(value == null ? "guest" : value);
  }
}
