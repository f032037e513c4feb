package phoneseller.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to its endpoint, or not, by the rule of that endpoint, and says whose rows
 * are within it. It asks for the endpoint that was found, not for the path that was sent, so that
 * no spelling of a path finds another rule. An endpoint without a rule is for nobody.
 */
final class Access implements HandlerInterceptor {

  private static final String ERRORS = "/error";

  private final AccessRules rules;
  private final boolean guests;
  private final Refusal refusal;

  Access(AccessRules rules, boolean guests, Refusal refusal) {
    this.rules = rules;
    this.guests = guests;
    this.refusal = refusal;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var caller = caller();
    if (isNoEndpoint(request, handler)) {
      request.setAttribute(Caller.ATTRIBUTE, caller);
      return true;
    }
    var reach =
        rules.find(method(request), pattern(request)).map(rule -> rule.reach(caller.roles()));
    if (reach.isPresent() && reach.get() != Reach.NONE) {
      request.setAttribute(Caller.ATTRIBUTE, caller.within(reach.get()));
      return true;
    }
    if (caller.is(Role.ANYONE)) {
      refusal.missing(response);
    } else {
      refusal.forbidden(response);
    }
    return false;
  }

  private Caller caller() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof TokenAuthentication.Authenticated known
        ? known.getPrincipal()
        : Caller.withoutToken(guests);
  }

  /** What is answered there is a problem document, or which methods there are. */
  private static boolean isNoEndpoint(HttpServletRequest request, Object handler) {
    return handler instanceof ResourceHttpRequestHandler
        || HttpMethod.OPTIONS.matches(request.getMethod())
        || pattern(request).equals(ERRORS);
  }

  private static String method(HttpServletRequest request) {
    return HttpMethod.HEAD.matches(request.getMethod()) ? "GET" : request.getMethod();
  }

  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }
}
