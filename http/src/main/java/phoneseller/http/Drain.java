package phoneseller.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first thing that a process does when it is told to end: for a while it goes on answering, and
 * each answer asks its client to come on another connection the next time. So none of them sends a
 * request into a connection that is just being closed, if the while is longer than they keep one
 * that they do not use.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Drain extends OncePerRequestFilter implements SmartLifecycle {

  private final Duration time;
  private volatile boolean running;
  private volatile boolean draining;

  Drain(Duration time) {
    this.time = time;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (draining) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    chain.doFilter(request, response);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    draining = true;
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server stops taking requests. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
