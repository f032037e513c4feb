package phoneseller.gateway.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import phoneseller.http.Problem;
import phoneseller.http.RetryAfter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds out who asks: by the bearer token that is shown or, for the shop's own pages, by the
 * session cookie. Another site's requests carry no session, and whatever changes something repeats
 * the session's CSRF token. A bad cookie is no session, a bad token is refused. Who has neither
 * passes untouched.
 */
@Component
public final class SessionFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");
  private static final long PROVIDER_RETRY_SECONDS = 2;

  private final SessionCookie cookie;
  private final Renewal renewal;
  private final Bearers bearers;
  private final AuthenticationFailureHandler refusal;
  private final JsonMapper json;

  SessionFilter(
      SessionCookie cookie,
      Renewal renewal,
      Bearers bearers,
      AuthenticationFailureHandler refusal,
      JsonMapper json) {
    this.cookie = cookie;
    this.renewal = renewal;
    this.bearers = bearers;
    this.refusal = refusal;
    this.json = json;
  }

  public void pass(
      ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
      throws IOException, ServletException {
    var request = (HttpServletRequest) servletRequest;
    var response = (HttpServletResponse) servletResponse;
    boolean shows = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    if (!shows && request.getHeader(HttpHeaders.COOKIE) == null) {
      chain.doFilter(request, response);
      return;
    }
    try {
      if (shows) {
        bearers.enterByHeader(request);
      } else if (isOfOwnPages(request.getHeader("Sec-Fetch-Site"))
          && !ride(cookie.read(request, response), request, response)) {
        return;
      }
      chain.doFilter(request, response);
    } catch (AuthenticationException e) {
      refusal.onAuthenticationFailure(request, response, e);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  /** Whether the request goes on, with the session or, where it is over, without. */
  private boolean ride(
      Optional<Session> session, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (session.isPresent() && !isMeant(request, session.get())) {
      refuse(response, HttpStatus.FORBIDDEN, "The header " + Cookies.CSRF_HEADER + " is missing.");
      return false;
    }
    try {
      renewed(session, request, response).ifPresent(found -> enter(found, request, response));
      return true;
    } catch (ProviderAway e) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(RetryAfter.spread(PROVIDER_RETRY_SECONDS)));
      refuse(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "The session cannot be renewed for the moment. Nothing was done; please try again a"
              + " little later.");
      return false;
    }
  }

  private void enter(Session session, HttpServletRequest request, HttpServletResponse response) {
    try {
      bearers.enter(request, session.accessToken());
      request.setAttribute(Session.class.getName(), session);
    } catch (InvalidBearerTokenException e) {
      SessionCookie.clear(request, response);
    }
  }

  private Optional<Session> renewed(
      Optional<Session> session, HttpServletRequest request, HttpServletResponse response) {
    if (session.isEmpty() || !renewal.isDue(session.get())) {
      return session;
    }
    var next = renewal.renewed(session.get());
    next.ifPresentOrElse(
        found -> {
          if (!found.equals(session.get())) {
            cookie.write(found, request, response);
          }
        },
        () -> SessionCookie.clear(request, response));
    return next;
  }

  /** Browsers that do not say so are held by the CSRF token and the cookie's SameSite. */
  private static boolean isOfOwnPages(@Nullable String site) {
    return site == null || OWN_PAGES.contains(site);
  }

  private static boolean isMeant(HttpServletRequest request, Session session) {
    if (SAFE.contains(request.getMethod())) {
      return true;
    }
    String repeated = request.getHeader(Cookies.CSRF_HEADER);
    return repeated != null
        && MessageDigest.isEqual(
            repeated.getBytes(StandardCharsets.UTF_8),
            session.csrf().getBytes(StandardCharsets.UTF_8));
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    Problem.write(Problem.of(status, detail), response, json);
  }
}
