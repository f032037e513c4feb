package phoneseller.login;

/** What tokens say, beside what every token says. */
final class Claims {

  static final String AUDIENCE = "phoneseller";
  static final String ROLES = "roles";
  static final String CLIENT = "phoneseller-gateway";

  private Claims() {}
}
