package phoneseller.login;

/** Why it does not start, in one line. */
final class Refusal extends RuntimeException {

  Refusal(String reason) {
    super(reason);
  }
}
