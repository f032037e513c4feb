package phoneseller.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;
import phoneseller.identity.Caller;
import phoneseller.identity.Role;

/** Tells from a bearer token whose it is; the services will ask the very same thing. */
@Component
final class Bearers {

  private final AuthenticationManager tokens;
  private final DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();

  Bearers(AuthenticationManager tokens) {
    this.tokens = tokens;
  }

  /**
   * The token in the request's own header; whatever else is shown there is a bad one.
   *
   * @throws org.springframework.security.core.AuthenticationException when it is not accepted, or
   *     that cannot be told for the moment
   */
  void enterByHeader(HttpServletRequest request) {
    var shown = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    String token = shown.size() == 1 ? header.resolve(request) : null;
    if (token == null) {
      throw new InvalidBearerTokenException("The Authorization header is not accepted.");
    }
    enter(request, token);
  }

  void enter(HttpServletRequest request, String token) {
    var authentication = authenticated(token);
    SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    person(authentication, token).enter(request);
  }

  Person verified(String token) {
    return person(authenticated(token), token);
  }

  private Authentication authenticated(String token) {
    return Objects.requireNonNull(tokens.authenticate(new BearerTokenAuthenticationToken(token)));
  }

  private static Person person(Authentication authentication, String token) {
    var caller = (Caller) Objects.requireNonNull(authentication.getPrincipal());
    var roles = caller.roles().stream().map(Role::word).collect(Collectors.toUnmodifiableSet());
    return new Person(caller.name(), roles, token);
  }
}
