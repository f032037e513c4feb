package phoneseller.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page at which people sign in, in Korean or English, without any script. */
@RestController
final class LoginPage {

  private static final String LANGUAGE = "login.language";
  private static final List<String> MESSAGES = List.of("wrong", "wait", "old");
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Template page = Template.of("login.html");
  private final String style = Template.text("login.css");
  private final HttpSessionRequestCache requests = new HttpSessionRequestCache();
  private final URI shop;
  private final String accounts;

  LoginPage(LoginSettings settings, Accounts accounts) {
    this.shop = settings.gateways().getFirst().resolve("/");
    this.accounts =
        accounts.names().stream()
            .map(Template::escaped)
            .map(name -> "<li><a href=\"/login?name=" + name + "\">" + name + "</a></li>")
            .collect(Collectors.joining());
  }

  /** Whoever comes here by hand wants the shop. */
  @GetMapping("/")
  ResponseEntity<Void> home() {
    return ResponseEntity.status(HttpStatus.FOUND).location(shop).build();
  }

  @GetMapping("/login.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok()
        .contentType(CSS)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)))
        .body(style);
  }

  /** Browsers ask for a picture that this page does not have. */
  @GetMapping("/favicon.ico")
  ResponseEntity<Void> icon() {
    return ResponseEntity.noContent().cacheControl(CacheControl.maxAge(Duration.ofDays(1))).build();
  }

  @GetMapping("/login")
  ResponseEntity<String> login(
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf) {
    String language = language(request, response);
    var texts = Template.texts("login." + language + ".properties");
    var slots = new HashMap<>(texts);
    slots.put("csrf", csrf.getToken());
    slots.put("name", typed(name, request));
    slots.put("accounts", accounts);
    slots.put(
        "message",
        MESSAGES.stream()
            .filter(message -> request.getParameter(message) != null)
            .findFirst()
            .map(texts::get)
            .map(
                message -> "<p class=\"message\" role=\"alert\" id=\"message\">" + message + "</p>")
            .orElse(""));
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(page.with(slots));
  }

  /** The name of the account that was chosen, or what was typed before. */
  private static String typed(String name, HttpServletRequest request) {
    Object before = request.getSession().getAttribute(SignInFailed.NAME);
    String shown = name.isEmpty() && before instanceof String said ? said : name;
    return Template.escaped(shown.length() > 64 ? "" : shown);
  }

  /** What was chosen here, else what the shop's page asks for, else Korean. */
  private String language(HttpServletRequest request, HttpServletResponse response) {
    String wanted = request.getParameter("lang");
    var session = request.getSession();
    if (wanted != null) {
      session.setAttribute(LANGUAGE, wanted.startsWith("en") ? "en" : "ko");
    }
    if (session.getAttribute(LANGUAGE) instanceof String chosen) {
      return chosen;
    }
    var saved = requests.getRequest(request, response);
    var locales = saved == null ? null : saved.getParameterValues("ui_locales");
    return locales != null && locales.length > 0 && locales[0].startsWith("en") ? "en" : "ko";
  }
}
