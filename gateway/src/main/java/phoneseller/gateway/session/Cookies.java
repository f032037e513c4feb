package phoneseller.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The three cookies of the gateway, and what a browser may do with each. */
enum Cookies {
  /** Who is signed in. */
  SESSION("SHOP_SESSION", "/", true),
  /** A sign-in on its way. */
  SIGN_IN("SHOP_SIGN_IN", "/session", true),
  /** What the pages read and repeat in the header {@link #CSRF_HEADER}. */
  CSRF("XSRF-TOKEN", "/", false);

  static final String CSRF_HEADER = "X-XSRF-TOKEN";

  private final String wireName;
  private final String path;
  private final boolean hiddenFromScripts;

  Cookies(String wireName, String path, boolean hiddenFromScripts) {
    this.wireName = wireName;
    this.path = path;
    this.hiddenFromScripts = hiddenFromScripts;
  }

  Optional<String> in(HttpServletRequest request) {
    Cookie[] sent = request.getHeader(HttpHeaders.COOKIE) == null ? null : request.getCookies();
    if (sent != null) {
      for (Cookie cookie : sent) {
        if (cookie.getName().equals(wireName)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    var cookie =
        ResponseCookie.from(wireName, value)
            .path(path)
            .httpOnly(hiddenFromScripts)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  void clear(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", Duration.ZERO);
  }
}
