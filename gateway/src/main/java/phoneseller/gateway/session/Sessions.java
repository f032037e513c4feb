package phoneseller.gateway.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** Begins sessions, each with secrets of its own, and goes on with them under new tokens. */
final class Sessions {

  /** Of a token that does not say how long it lasts. */
  private static final Duration SHORT = Duration.ofMinutes(5);

  private static final int CSRF_BYTES = 24;

  private final Bearers bearers;
  private final Duration longest;
  private final InstantSource clock;
  private final SecureRandom dice = new SecureRandom();

  Sessions(Bearers bearers, Duration longest, InstantSource clock) {
    this.bearers = bearers;
    this.longest = longest;
    this.clock = clock;
  }

  /**
   * @throws SignInRefused when the services would not accept the access token, or it is another's
   */
  Session begin(
      OAuth2AccessToken access, @Nullable AbstractOAuth2Token refresh, AbstractOAuth2Token id) {
    var bytes = new byte[CSRF_BYTES];
    dice.nextBytes(bytes);
    return with(
        access,
        refresh == null ? null : refresh.getTokenValue(),
        id.getTokenValue(),
        clock.instant().plus(longest),
        HexFormat.of().formatHex(bytes));
  }

  /** The same session under new tokens; it is still the same person. */
  Session goOn(
      Session session,
      OAuth2AccessToken access,
      @Nullable AbstractOAuth2Token refresh,
      @Nullable String id) {
    var next =
        with(
            access,
            refresh == null ? session.refreshToken() : refresh.getTokenValue(),
            id == null ? session.idToken() : id,
            session.ends(),
            session.csrf());
    if (!next.name().equals(session.name())) {
      throw new SignInRefused("the renewed token is another person's", null);
    }
    return next;
  }

  private Session with(
      OAuth2AccessToken access,
      @Nullable String refresh,
      @Nullable String id,
      Instant ends,
      String csrf) {
    var person = person(access.getTokenValue());
    var expires = Objects.requireNonNullElse(access.getExpiresAt(), clock.instant().plus(SHORT));
    return new Session(
        person.name(), person.roles(), person.bearer(), refresh, id, expires, ends, csrf);
  }

  private Person person(String token) {
    try {
      return bearers.verified(token);
    } catch (AuthenticationServiceException e) {
      throw new ProviderAway("the provider's keys cannot be had", e);
    } catch (AuthenticationException e) {
      throw new SignInRefused("the services would not accept the access token", e);
    }
  }
}
