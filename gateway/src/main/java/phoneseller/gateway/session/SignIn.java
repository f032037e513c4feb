package phoneseller.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The authorization code flow with PKCE: sends a browser to the provider, and makes a session of
 * what it brings back, if it is the browser that was sent and the answer to what was asked.
 */
final class SignIn {

  static final Duration TIME = Duration.ofMinutes(10);

  private final Provider provider;
  private final Sessions sessions;
  private final InstantSource clock;
  private final OidcAuthorizationCodeAuthenticationProvider exchange;

  SignIn(Provider provider, Sessions sessions, InstantSource clock) {
    this.provider = provider;
    this.sessions = sessions;
    this.clock = clock;
    var codes = new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(TokenEndpoint.client(provider.requests()));
    exchange =
        new OidcAuthorizationCodeAuthenticationProvider(
            codes, asked -> new DefaultOidcUser(Set.of(), asked.getIdToken()));
    exchange.setJwtDecoderFactory(new IdTokens(provider.requests()));
  }

  /** Where the browser is sent, and what it keeps meanwhile. */
  record Begun(String url, PendingSignIn pending) {}

  /**
   * @param to where the person is led in the end
   */
  Begun begin(HttpServletRequest request, String to) {
    var registration = provider.registration();
    var resolver = new DefaultOAuth2AuthorizationRequestResolver(_ -> registration);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    var asked = Objects.requireNonNull(resolver.resolve(request, registration.getRegistrationId()));
    return new Begun(
        asked.getAuthorizationRequestUri(),
        new PendingSignIn(
            Objects.requireNonNull(asked.getState()),
            kept(asked, OidcParameterNames.NONCE),
            kept(asked, PkceParameterNames.CODE_VERIFIER),
            Objects.requireNonNull(asked.getRedirectUri()),
            to,
            clock.instant().plus(TIME)));
  }

  /**
   * @param issuer as the provider names itself in its answer; older ones do not
   * @throws SignInRefused when the answer does not fit the question, or says no
   */
  Session complete(
      PendingSignIn pending,
      @Nullable String state,
      @Nullable String code,
      @Nullable String issuer) {
    if (state == null || code == null || !isSame(state, pending.state())) {
      throw new SignInRefused("the answer does not fit the question", null);
    }
    if (!clock.instant().isBefore(pending.until())) {
      throw new SignInRefused("the answer comes too late", null);
    }
    if (issuer != null && !issuer.equals(provider.issuer())) {
      throw new SignInRefused("somebody else answered", null);
    }
    var registration = provider.registration();
    var answer =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(pending.redirectUri())
            .state(state)
            .build();
    try {
      var signedIn =
          (OAuth2LoginAuthenticationToken)
              Objects.requireNonNull(
                  exchange.authenticate(
                      new OAuth2LoginAuthenticationToken(
                          registration,
                          new OAuth2AuthorizationExchange(
                              question(registration, pending), answer))));
      return sessions.begin(
          Objects.requireNonNull(signedIn.getAccessToken()),
          signedIn.getRefreshToken(),
          ((OidcUser) Objects.requireNonNull(signedIn.getPrincipal())).getIdToken());
    } catch (OAuth2AuthenticationException e) {
      throw TokenEndpoint.isAway(e)
          ? new ProviderAway("the provider does not answer for its code", e)
          : new SignInRefused("the provider's answer is not accepted", e);
    }
  }

  private static OAuth2AuthorizationRequest question(
      ClientRegistration registration, PendingSignIn pending) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(registration.getClientId())
        .authorizationUri(
            Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .redirectUri(pending.redirectUri())
        .scopes(registration.getScopes())
        .state(pending.state())
        .attributes(kept -> {
          kept.put(OidcParameterNames.NONCE, pending.nonce());
          kept.put(PkceParameterNames.CODE_VERIFIER, pending.verifier());
        })
        .build();
  }

  private static String kept(OAuth2AuthorizationRequest asked, String name) {
    return Objects.requireNonNull(asked.<String>getAttribute(name), name);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
