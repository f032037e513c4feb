package phoneseller.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;

/** Who can sign in to a shop with login, and what its processes must know for that. */
record People(Path folder, int login, int gateway) {

  private static final String SECRET = "between-login-and-gateway-of-this-shop-only";
  private static final String SESSION_KEY = "5e".repeat(32);

  Map<String, String> variables() {
    return Map.of(
        "PHONESELLER_IDENTITY_ISSUER",
        "http://localhost:" + login,
        "PHONESELLER_LOGIN_GATEWAYS",
        "http://localhost:" + gateway + ",http://127.0.0.1:" + gateway,
        "PHONESELLER_LOGIN_CLIENT_SECRET",
        SECRET,
        "PHONESELLER_GATEWAY_LOGIN_CLIENT_ID",
        "phoneseller-gateway",
        "PHONESELLER_GATEWAY_LOGIN_CLIENT_SECRET",
        SECRET,
        "PHONESELLER_GATEWAY_SESSION_KEY",
        SESSION_KEY);
  }

  /** As login made it at its start. */
  String password(String account) {
    Path file = folder.resolve("login").resolve("accounts");
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.split(" "))
          .filter(words -> words[0].equals(account))
          .map(words -> words[2])
          .findFirst()
          .orElseThrow(() -> new NoSuchElementException(account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
