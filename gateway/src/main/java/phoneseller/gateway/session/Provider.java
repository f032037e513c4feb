package phoneseller.gateway.session;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The OpenID provider. It is asked for its endpoints when the first person signs in and not before,
 * so the gateway starts, and serves guests, without it.
 */
final class Provider {

  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
      new ParameterizedTypeReference<>() {};

  private final String issuer;
  private final SessionSettings.Login login;
  private final ReentrantLock asking = new ReentrantLock();
  private final JdkClientHttpRequestFactory requests;
  private final RestClient http;
  private volatile @Nullable ClientRegistration known;

  Provider(String issuer, SessionSettings.Login login) {
    this.issuer = issuer;
    this.login = login;
    requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE.dividedBy(2))
                .build());
    requests.setReadTimeout(PATIENCE);
    http = RestClient.builder().requestFactory(requests).build();
  }

  String issuer() {
    return issuer;
  }

  /** For whoever speaks to the provider: it never waits long for it. */
  JdkClientHttpRequestFactory requests() {
    return requests;
  }

  ClientRegistration registration() {
    var found = known;
    if (found != null) {
      return found;
    }
    asking.lock();
    try {
      found = known;
      if (found == null) {
        found = discover();
        known = found;
      }
      return found;
    } finally {
      asking.unlock();
    }
  }

  /** An endpoint that a provider may or may not have. */
  @Nullable String endpoint(String name) {
    return registration().getProviderDetails().getConfigurationMetadata().get(name)
            instanceof String url
        ? url
        : null;
  }

  private ClientRegistration discover() {
    String place = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
    try {
      Map<String, Object> document = http.get().uri(place).retrieve().body(DOCUMENT);
      if (document == null || !issuer.equals(document.get("issuer"))) {
        throw new ProviderAway("the provider says that it is another issuer than " + issuer, null);
      }
      var registration =
          ClientRegistrations.fromOidcConfiguration(document)
              .registrationId("shop")
              .clientId(login.clientId())
              .clientSecret(login.clientSecret())
              .redirectUri("{baseUrl}/session/callback")
              .scope(login.scopes());
      if (login.clientSecret().isBlank()) {
        registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
      }
      return registration.build();
    } catch (RestClientException | IllegalArgumentException e) {
      throw new ProviderAway("the provider cannot be asked for its endpoints", e);
    }
  }
}
