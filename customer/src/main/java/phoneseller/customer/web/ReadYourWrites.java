package phoneseller.customer.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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
import phoneseller.identity.Caller;

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
  private final OrderRows rows;
  private final NewestEvent newest;
  private final ReadTokenSettings settings;

  ReadYourWrites(
      WatchedOrders orders, OrderRows rows, NewestEvent newest, ReadTokenSettings settings) {
    this.orders = orders;
    this.rows = rows;
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
        && !isThere(checked(token))) {
      response.setHeader(STALE, "true");
      var asOf = newest.time().orElse(Instant.EPOCH);
      response.setHeader(AS_OF, DateTimeFormatter.ISO_INSTANT.format(asOf));
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    return true;
  }

  /** The token of somebody else's order is answered like that of none, and takes as long. */
  private boolean isThere(ReadToken token) throws InterruptedException {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    if (!orders.awaited(token, settings.patience())) {
      return false;
    }
    if (isTheirs(token.order())) {
      return true;
    }
    Thread.sleep(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    return false;
  }

  private boolean isTheirs(long order) {
    var caller = Caller.current();
    return caller.flatMap(Caller::owner).isEmpty()
        || rows.find(order).filter(row -> caller.get().sees(row.customerId())).isPresent();
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
