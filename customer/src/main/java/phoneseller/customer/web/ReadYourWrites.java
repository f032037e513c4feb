package phoneseller.customer.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import phoneseller.customer.view.ReadToken;
import phoneseller.customer.view.WatchedOrders;

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

  private final WatchedOrders orders;
  private final NewestEvent newest;
  private final ReadTokenSettings settings;

  ReadYourWrites(WatchedOrders orders, NewestEvent newest, ReadTokenSettings settings) {
    this.orders = orders;
    this.newest = newest;
    this.settings = settings;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws InterruptedException {
    String token = request.getHeader(TOKEN);
    if (token != null
        && HttpMethod.GET.matches(request.getMethod())
        && request.getDispatcherType() == DispatcherType.REQUEST
        && !orders.awaited(checked(token), settings.patience())) {
      response.setHeader(STALE, "true");
      var asOf = newest.time().orElse(Instant.EPOCH);
      response.setHeader(AS_OF, DateTimeFormatter.ISO_INSTANT.format(asOf));
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
}
