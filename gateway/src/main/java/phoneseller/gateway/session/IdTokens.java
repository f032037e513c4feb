package phoneseller.gateway.session;

import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Checks ID tokens: signed by a key of the provider's, meant for this client, and in time. */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

  private final ClientHttpRequestFactory requests;
  private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

  IdTokens(ClientHttpRequestFactory requests) {
    this.requests = requests;
  }

  @Override
  public JwtDecoder createDecoder(ClientRegistration registration) {
    return decoders.computeIfAbsent(
        registration.getProviderDetails().getJwkSetUri(), keys -> decoder(keys, registration));
  }

  private JwtDecoder decoder(String keys, ClientRegistration registration) {
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .restOperations(new RestTemplate(requests))
            .jwsAlgorithms(all -> all.addAll(EnumSet.allOf(SignatureAlgorithm.class)))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
    return decoder;
  }
}
