package phoneseller.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Begins the story of a change in the log: one line for each request that may change something. Who
 * was too slow or too fast to have a story is counted elsewhere, and floods no log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
final class ChangeLog extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(ChangeLog.class);
  private static final Set<Integer> WITHOUT_STORY = Set.of(408, 429);
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CHANGING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (WITHOUT_STORY.contains(response.getStatus())) {
      return;
    }
    log.info("{} {} -> {}", request.getMethod(), request.getRequestURI(), response.getStatus());
  }
}
