package phoneseller.login;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What it is called, whom it serves, and for how long.
 *
 * @param folder where accounts, signing key and sessions are kept
 * @param gateways the origins that people may be sent back to
 */
@ConfigurationProperties("phoneseller.login")
record LoginSettings(
    URI issuer,
    Path folder,
    List<URI> gateways,
    @Nullable String clientSecret,
    Duration accessToken,
    Duration refreshToken,
    Attempts.Limit attempts) {

  LoginSettings {
    checkOrigin("phoneseller.login.issuer", issuer);
    if (gateways.isEmpty()) {
      throw new Refusal("phoneseller.login.gateways is empty: nobody could be sent back");
    }
    gateways.forEach(gateway -> checkOrigin("phoneseller.login.gateways", gateway));
    if (clientSecret == null || clientSecret.length() < 16) {
      throw new Refusal(
          "phoneseller.login.client-secret is missing or shorter than 16 characters: the secret"
              + " that the gateway shows. The environment variable"
              + " PHONESELLER_LOGIN_CLIENT_SECRET gives it");
    }
    if (!accessToken.isPositive() || refreshToken.compareTo(accessToken) < 0) {
      throw new Refusal(
          "phoneseller.login.access-token is above 0 and at most phoneseller.login.refresh-token");
    }
  }

  private static void checkOrigin(String name, URI origin) {
    boolean local = origin.getHost() != null && LocalOnly.isLoopback(origin.getHost());
    if (!local || !origin.toString().matches("http://[^/?#@]+")) {
      throw new Refusal(name + " is http://HOST:PORT on this machine, not '" + origin + "'");
    }
  }

  @Override
  public String toString() {
    return "LoginSettings[" + issuer + "]";
  }
}
