package phoneseller.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import phoneseller.gateway.pages.RefusalPage;
import phoneseller.identity.IdentitySettings;

/** Signs people in and out, and tells the pages who is signed in. */
@RestController
@RequestMapping("/session")
final class SessionController {

  private static final Logger log = LoggerFactory.getLogger(SessionController.class);

  private final SignIn signIn;
  private final SignOut signOut;
  private final SessionCookie cookie;
  private final Seal seal;
  private final RefusalPage refusals;
  private final boolean offered;
  private final boolean guests;

  SessionController(
      SignIn signIn,
      SignOut signOut,
      SessionCookie cookie,
      Seal seal,
      RefusalPage refusals,
      SessionSettings settings,
      IdentitySettings identity) {
    this.signIn = signIn;
    this.signOut = signOut;
    this.cookie = cookie;
    this.seal = seal;
    this.refusals = refusals;
    this.offered = settings.login().isOffered();
    this.guests = identity.guests();
  }

  /** What the pages know of whoever looks at them: nothing but the name and the roles. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      boolean signedIn,
      @Nullable String name,
      @Nullable Set<String> roles,
      boolean guests,
      boolean login) {}

  @GetMapping
  View session(HttpServletRequest request, HttpServletResponse response) {
    var session = current(request);
    session
        .filter(found -> Cookies.CSRF.in(request).filter(found.csrf()::equals).isEmpty())
        .ifPresent(found -> cookie.write(found, request, response));
    return new View(
        session.isPresent(),
        session.map(Session::name).orElse(null),
        session.map(found -> (Set<String>) new TreeSet<>(found.roles())).orElse(null),
        guests,
        offered);
  }

  @GetMapping("/login")
  ResponseEntity<Void> login(
      @RequestParam(required = false) @Nullable String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    assertOffered();
    var begun = signIn.begin(request, LocalPath.of(to));
    Cookies.SIGN_IN.set(request, response, seal.seal(begun.pending()), SignIn.TIME);
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(begun.url())).build();
  }

  @GetMapping("/callback")
  ResponseEntity<Void> callback(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String iss,
      HttpServletRequest request,
      HttpServletResponse response) {
    assertOffered();
    var pending =
        Cookies.SIGN_IN
            .in(request)
            .flatMap(sealed -> seal.open(sealed, PendingSignIn.class))
            .orElseThrow(() -> new SignInRefused("this browser has begun no sign-in", null));
    var session = signIn.complete(pending, state, code, iss);
    Cookies.SIGN_IN.clear(request, response);
    cookie.write(session, request, response);
    log.info("{} has signed in", session.name());
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(pending.to())).build();
  }

  /** A request of another site carries no session, and so ends none. */
  @PostMapping("/logout")
  Map<String, String> logout(HttpServletRequest request, HttpServletResponse response) {
    var session = current(request);
    session.ifPresent(_ -> SessionCookie.clear(request, response));
    String home =
        ServletUriComponentsBuilder.fromContextPath(request).path("/").build().toUriString();
    return Map.of("to", session.flatMap(found -> signOut.end(found, home)).orElse("/"));
  }

  private void assertOffered() {
    if (!offered) {
      throw new NotOffered();
    }
  }

  private static Optional<Session> current(HttpServletRequest request) {
    return Optional.ofNullable((Session) request.getAttribute(Session.class.getName()));
  }

  /** Nobody signs in where no provider knows the gateway. */
  static final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @ExceptionHandler
  ResponseEntity<Object> notOffered(NotOffered e, HttpServletRequest request) {
    return refusals.answer(RefusalPage.Reason.NO_SIGN_IN, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(SignInRefused e, HttpServletRequest request) {
    log.info("a sign-in is refused: {}", e.getMessage());
    return refusals.answer(RefusalPage.Reason.SIGN_IN_REFUSED, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> away(ProviderAway e, HttpServletRequest request) {
    log.warn("nobody can sign in: {}", e.getMessage());
    return refusals.answer(RefusalPage.Reason.PROVIDER_AWAY, request);
  }
}
