package phoneseller.login;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.Principal;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a session outlives the process: enough to refresh its tokens, and to end it.
 *
 * @param idToken the signed one by which its end is asked for
 */
record KeptSession(
    String id,
    String name,
    Set<String> scopes,
    String refreshToken,
    Instant since,
    Instant until,
    String idToken) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Empty for a session that nobody can go on with. */
  static Optional<KeptSession> of(OAuth2Authorization session) {
    var refresh = session.getRefreshToken();
    var id = session.getToken(OidcIdToken.class);
    if (refresh == null || id == null || !refresh.isActive()) {
      return Optional.empty();
    }
    Instant since = refresh.getToken().getIssuedAt();
    Instant until = refresh.getToken().getExpiresAt();
    if (since == null || until == null) {
      return Optional.empty();
    }
    return Optional.of(
        new KeptSession(
            session.getId(),
            session.getPrincipalName(),
            session.getAuthorizedScopes(),
            refresh.getToken().getTokenValue(),
            since,
            until,
            id.getToken().getTokenValue()));
  }

  static Optional<KeptSession> read(String text) {
    try {
      return Optional.of(JSON.readValue(text, KeptSession.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  String text() {
    return JSON.writeValueAsString(this);
  }

  /** The session again; empty when its signed token is none. */
  Optional<OAuth2Authorization> session(RegisteredClient client) {
    try {
      var token = idTokenOf(SignedJWT.parse(idToken).getJWTClaimsSet());
      return Optional.of(
          OAuth2Authorization.withRegisteredClient(client)
              .id(id)
              .principalName(name)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .authorizedScopes(scopes)
              .attribute(Principal.class.getName(), PasswordSignIn.signedIn(name, since))
              .refreshToken(new OAuth2RefreshToken(refreshToken, since, until))
              .token(
                  token,
                  more ->
                      more.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, token.getClaims()))
              .build());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** A new token is told the time of signing in by this one, and wants it as a date. */
  private OidcIdToken idTokenOf(JWTClaimsSet signed) throws ParseException {
    var claims = new HashMap<>(signed.getClaims());
    claims.put(IdTokenClaimNames.AUTH_TIME, signed.getDateClaim(IdTokenClaimNames.AUTH_TIME));
    return new OidcIdToken(
        idToken, signed.getIssueTime().toInstant(), signed.getExpirationTime().toInstant(), claims);
  }

  @Override
  public String toString() {
    return "KeptSession[" + name + "]";
  }
}
