package phoneseller.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The session as the browser keeps it: sealed, with its CSRF token beside it for the pages. */
final class SessionCookie {

  /** Browsers keep no cookie beyond 4096 bytes, its name and attributes included. */
  private static final int HEAVIEST = 3900;

  private final Seal seal;
  private final InstantSource clock;

  SessionCookie(Seal seal, InstantSource clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /** A cookie that does not open is taken from the browser. */
  Optional<Session> read(HttpServletRequest request, HttpServletResponse response) {
    var sealed = Cookies.SESSION.in(request);
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    var session =
        seal.open(sealed.get(), Session.class).filter(found -> !found.isOver(clock.instant()));
    if (session.isEmpty()) {
      clear(request, response);
    }
    return session;
  }

  /** One that would not fit goes without the ID token, which only makes signing out smoother. */
  void write(Session session, HttpServletRequest request, HttpServletResponse response) {
    var age = Duration.between(clock.instant(), session.ends());
    String sealed = seal.seal(session);
    if (sealed.length() > HEAVIEST) {
      sealed = seal.seal(session.withoutIdToken());
    }
    Cookies.SESSION.set(request, response, sealed, age);
    Cookies.CSRF.set(request, response, session.csrf(), age);
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    Cookies.SESSION.clear(request, response);
    Cookies.CSRF.clear(request, response);
  }
}
