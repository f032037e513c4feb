package phoneseller.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import phoneseller.http.OperatorChange;

/** Records what is changed at the actuator's own endpoints, which know of no caller. */
final class OperationsAudit implements HandlerInterceptor {

  static final Set<String> PATHS =
      Set.of(
          "/actuator/faults", "/actuator/faults/*", "/actuator/rebuild", "/actuator/deadletters/*");

  private final String service;

  OperationsAudit(String service) {
    this.service = service;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    boolean refused = response.getStatus() >= HttpStatus.BAD_REQUEST.value();
    if (!HttpMethod.GET.matches(request.getMethod()) && failure == null && !refused) {
      var what = request.getMethod() + " " + request.getServletPath();
      var change =
          OperatorChange.of(request).orElseGet(() -> new OperatorChange(what, service, null));
      Caller.current()
          .ifPresent(
              caller -> Audit.record(caller.name(), change.what(), change.on(), change.why()));
    }
  }
}
