package phoneseller.gateway.session;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends a session at the provider too: what was renewed so far is renewed no more, whoever has kept
 * a copy of the cookie; and the browser is told where the person signs out there.
 */
final class SignOut {

  private static final Logger log = LoggerFactory.getLogger(SignOut.class);

  private final Provider provider;
  private final SessionSettings.Login login;
  private final RestClient http;

  SignOut(Provider provider, SessionSettings.Login login) {
    this.provider = provider;
    this.login = login;
    this.http = RestClient.builder().requestFactory(provider.requests()).build();
  }

  /**
   * @param home where the provider leads the person afterwards
   * @return where the browser goes next; empty when the provider has no such place or is away
   */
  Optional<String> end(Session session, String home) {
    try {
      revoke(session);
      return Optional.ofNullable(provider.endpoint("end_session_endpoint"))
          .filter(_ -> session.idToken() != null)
          .map(place ->
              UriComponentsBuilder.fromUriString(place)
                  .queryParam("id_token_hint", session.idToken())
                  .queryParam("client_id", "{client}")
                  .queryParam("post_logout_redirect_uri", "{home}")
                  .encode()
                  .buildAndExpand(login.clientId(), home)
                  .toUriString());
    } catch (ProviderAway | RestClientException e) {
      log.warn(
          "{} signs out here alone; the provider cannot be told: {}",
          session.name(),
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void revoke(Session session) {
    String place = provider.endpoint("revocation_endpoint");
    if (place == null || session.refreshToken() == null) {
      return;
    }
    var form = new LinkedMultiValueMap<String, String>();
    form.add("token", session.refreshToken());
    form.add("token_type_hint", "refresh_token");
    http.post()
        .uri(place)
        .headers(headers -> {
          if (!login.clientSecret().isBlank()) {
            headers.setBasicAuth(login.clientId(), login.clientSecret());
          }
        })
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .body(form)
        .retrieve()
        .toBodilessEntity();
  }
}
