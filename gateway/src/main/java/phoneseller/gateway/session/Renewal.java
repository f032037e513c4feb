package phoneseller.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Gets a session new tokens shortly before the old ones expire. A page asks for many things at
 * once: the first request asks the provider, the others, and those that come a little later with
 * the old cookie, get the same answer.
 */
final class Renewal {

  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private final Provider provider;
  private final Sessions sessions;
  private final Duration early;
  private final InstantSource clock;
  private final RestClientRefreshTokenTokenResponseClient tokens =
      new RestClientRefreshTokenTokenResponseClient();
  private final Cache<String, CompletableFuture<Optional<Session>>> running =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  Renewal(Provider provider, Sessions sessions, Duration early, InstantSource clock) {
    this.provider = provider;
    this.sessions = sessions;
    this.early = early;
    this.clock = clock;
    tokens.setRestClient(TokenEndpoint.client(provider.requests()));
  }

  boolean isDue(Session session) {
    return !clock.instant().isBefore(session.expires().minus(early));
  }

  /**
   * @return the session under new tokens; empty when the provider refuses and the session is over
   * @throws ProviderAway when that cannot be told, and the old tokens do not serve any longer
   */
  Optional<Session> renewed(Session session) {
    boolean serves = clock.instant().isBefore(session.expires());
    String key = session.refreshToken();
    if (key == null) {
      return Optional.of(session).filter(_ -> serves);
    }
    try {
      return once(key, session);
    } catch (ProviderAway e) {
      if (serves) {
        return Optional.of(session);
      }
      throw e;
    }
  }

  private Optional<Session> once(String key, Session session) {
    var mine = new CompletableFuture<Optional<Session>>();
    var others = running.asMap().putIfAbsent(key, mine);
    if (others != null) {
      return answerOf(others);
    }
    try {
      var answer = ask(key, session);
      mine.complete(answer);
      return answer;
    } catch (RuntimeException e) {
      running.invalidate(key);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static Optional<Session> answerOf(CompletableFuture<Optional<Session>> others) {
    try {
      return others.join();
    } catch (CompletionException e) {
      throw new ProviderAway("the provider did not answer another request of the session", e);
    }
  }

  private Optional<Session> ask(String refreshToken, Session session) {
    var now = clock.instant();
    try {
      var answer =
          tokens.getTokenResponse(
              new OAuth2RefreshTokenGrantRequest(
                  provider.registration(),
                  new OAuth2AccessToken(
                      OAuth2AccessToken.TokenType.BEARER, session.accessToken(), null, null),
                  new OAuth2RefreshToken(refreshToken, now)));
      return Optional.of(
          sessions.goOn(
              session,
              answer.getAccessToken(),
              answer.getRefreshToken(),
              answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String id
                  ? id
                  : null));
    } catch (OAuth2AuthorizationException e) {
      if (TokenEndpoint.isAway(e)) {
        throw new ProviderAway("the provider does not renew tokens for the moment", e);
      }
      return Optional.empty();
    } catch (SignInRefused e) {
      return Optional.empty();
    }
  }
}
