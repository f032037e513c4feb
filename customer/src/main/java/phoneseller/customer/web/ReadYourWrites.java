package phoneseller.customer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.AwaitedSteps;
import phoneseller.customer.view.ReadToken;

/**
 * A client that shows the token of its order's or cancel's answer reads its own write: the view
 * waits a little for that step. What is then answered without it is marked stale, with the time of
 * the newest event in the view.
 */
@Component
class ReadYourWrites implements HandlerInterceptor {

  static final String TOKEN = "X-Read-Token";
  static final String STALE = "X-View-Stale";
  static final String AS_OF = "X-View-As-Of";

  private static final String NEWEST =
      "select max(event_at) from view_position where table_set = ?";

  private final AwaitedSteps steps;
  private final ActiveSet sets;
  private final JdbcClient jdbc;
  private final ReadTokenSettings settings;

  ReadYourWrites(AwaitedSteps steps, ActiveSet sets, JdbcClient jdbc, ReadTokenSettings settings) {
    this.steps = steps;
    this.sets = sets;
    this.jdbc = jdbc;
    this.settings = settings;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws InterruptedException {
    String token = request.getHeader(TOKEN);
    if (token != null
        && HttpMethod.GET.matches(request.getMethod())
        && !steps.awaited(checked(token), settings.patience())) {
      response.setHeader(STALE, "true");
      response.setHeader(AS_OF, DateTimeFormatter.ISO_INSTANT.format(asOf()));
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    return true;
  }

  private static ReadToken checked(String token) {
    try {
      return ReadToken.of(token);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, TOKEN + " is not ORDER.EVENT, such as 17.Ordered", e);
    }
  }

  /** A view that has not heard of anything stands at the beginning of time. */
  private Instant asOf() {
    return jdbc.sql(NEWEST)
        .param(sets.current().number())
        .query((rs, _) -> rs.getObject(1, OffsetDateTime.class))
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(Instant.EPOCH);
  }
}
