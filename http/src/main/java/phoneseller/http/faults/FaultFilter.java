package phoneseller.http.faults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import phoneseller.http.Problem;
import phoneseller.http.RequestPath;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes requests slow or faulty before anything is done for them, within the concurrency limit. The
 * actuator is never touched.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 18)
final class FaultFilter extends OncePerRequestFilter {

  private final FaultSwitch requests;
  private final JsonMapper json;

  FaultFilter(FaultSwitch requests, JsonMapper json) {
    this.requests = requests;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return RequestPath.isActuator(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      requests.pass();
    } catch (FaultSwitch.SwitchedOn e) {
      var problem = Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "A fault is switched on.");
      Problem.write(problem, response, json);
      return;
    }
    chain.doFilter(request, response);
  }
}
