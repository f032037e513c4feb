package phoneseller.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Continues the caller's correlation, or begins one, and names it in the answer. */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class CorrelationFilter extends OncePerRequestFilter {

  private static final String CORRELATION = Correlation.class.getName();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var correlation =
        request.getAttribute(CORRELATION) instanceof Correlation begun ? begun : begin(request);
    request.setAttribute(CORRELATION, correlation);
    response.setHeader(Correlation.ID_HEADER, correlation.id());
    try (var _ = correlation.open()) {
      chain.doFilter(request, response);
    }
  }

  private static Correlation begin(HttpServletRequest request) {
    return Correlation.continuing(
            request.getHeader(Correlation.ID_HEADER), request.getHeader(Correlation.TRACE_HEADER))
        .nextSpan();
  }

  /** An error dispatch is still the same request and keeps its correlation. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
