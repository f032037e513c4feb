package phoneseller.identity;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Turns a bearer token into its caller, for Spring Security. */
final class TokenAuthentication implements AuthenticationManager {

  private final Tokens tokens;
  private final KnownBearers known;

  TokenAuthentication(Tokens tokens, KnownBearers known) {
    this.tokens = tokens;
    this.known = known;
  }

  @Override
  public Authentication authenticate(Authentication presented) {
    var token = ((BearerTokenAuthenticationToken) presented).getToken();
    return new Authenticated(known.find(token).orElseGet(() -> verified(token)));
  }

  private Caller verified(String token) {
    var bearer = tokens.verified(token);
    known.remember(token, bearer);
    return bearer.caller();
  }

  /** Holds no token, so that none can be written anywhere. */
  static final class Authenticated extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;
    private final transient Caller caller;

    Authenticated(Caller caller) {
      super(
          caller.roles().stream()
              .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
              .toList());
      this.caller = caller;
      setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
      return caller;
    }

    @Override
    public List<String> getCredentials() {
      return List.of();
    }

    @Override
    public String getName() {
      return caller.name();
    }
  }
}
