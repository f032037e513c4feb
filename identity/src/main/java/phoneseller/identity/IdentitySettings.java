package phoneseller.identity;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word is taken for who somebody is.
 *
 * @param issuer the OpenID provider; it need not be up
 * @param audience for whom tokens must be meant
 * @param rolesClaim where a token names its roles
 * @param jwkSetUri the provider's keys; unless given, the provider tells where they are
 * @param guests whether whoever has no token is a guest, who may do what a customer may
 * @param serviceTokens whether a service cannot do without the secret that the services share
 */
@ConfigurationProperties("phoneseller.identity")
public record IdentitySettings(
    @Nullable String issuer,
    @DefaultValue("phoneseller") String audience,
    @DefaultValue("roles") String rolesClaim,
    @Nullable String jwkSetUri,
    @DefaultValue("false") boolean guests,
    @DefaultValue("optional") Need serviceTokens) {

  /** Whether something can be done without. */
  public enum Need {
    OPTIONAL,
    REQUIRED
  }

  public IdentitySettings {
    issuer = address("issuer", issuer);
    jwkSetUri = address("jwk-set-uri", jwkSetUri);
    if (issuer == null && !guests) {
      throw new IllegalArgumentException(
          "phoneseller.identity.issuer is missing: the address of the OpenID provider, as its"
              + " tokens name it. Without one guests would have to be admitted");
    }
  }

  private static @Nullable String address(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var uri = new URI(text.strip());
      if (uri.getHost() != null && ("https".equals(uri.getScheme()) || isPlain(uri))) {
        return text.strip();
      }
    } catch (URISyntaxException e) {
      throw notAnAddress(name, e);
    }
    throw notAnAddress(name, null);
  }

  private static boolean isPlain(URI uri) {
    return "http".equals(uri.getScheme());
  }

  private static IllegalArgumentException notAnAddress(
      String name, @Nullable URISyntaxException cause) {
    return new IllegalArgumentException(
        "phoneseller.identity." + name + " is not an address of http or https", cause);
  }
}
