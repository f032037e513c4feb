package phoneseller.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Fetches the keys of the OpenID provider from where it says they are, or where one is told. */
final class ProviderAddress {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(2);
  private static final String CONFIGURATION = "/.well-known/openid-configuration";

  private final IdentitySettings settings;
  private final RestClient http;

  ProviderAddress(IdentitySettings settings) {
    this.settings = settings;
    var requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(TIME_LIMIT);
    requests.setReadTimeout(TIME_LIMIT);
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  JWKSet keys() throws ProviderAway {
    try {
      var address = settings.jwkSetUri() == null ? discovered() : settings.jwkSetUri();
      var body = http.get().uri(URI.create(address)).retrieve().body(String.class);
      return JWKSet.parse(body == null ? "" : body);
    } catch (RestClientException | IOException | ParseException | IllegalArgumentException e) {
      throw new ProviderAway("the keys of " + settings.issuer() + " cannot be had", e);
    }
  }

  private String discovered() throws IOException {
    var issuer = String.valueOf(settings.issuer());
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    Map<?, ?> found = http.get().uri(URI.create(base + CONFIGURATION)).retrieve().body(Map.class);
    if (found == null || !issuer.equals(found.get("issuer"))) {
      throw new IOException("the provider there calls itself something else");
    }
    return String.valueOf(found.get("jwks_uri"));
  }
}
