package phoneseller.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers, with every answer, what they must not do with it: run, load or send anything but
 * the shop's own, show it within another page, guess its type, or keep what is personal.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 9)
final class SecurityHeaders extends OncePerRequestFilter {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
              + " 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri"
              + " 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private static final String TRANSPORT = "Strict-Transport-Security";

  /** What a service may say of these is not asked: they are the door's. */
  static final Set<String> NAMES = ALWAYS.keySet();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ALWAYS.forEach(response::setHeader);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.isSecure()) {
      response.setHeader(TRANSPORT, "max-age=31536000; includeSubDomains");
    }
    chain.doFilter(request, response);
  }
}
