package phoneseller.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a call once, within its budget, when its pooled connection turns out to be dead, as after
 * a restart of the peer. Only for calls that are idempotent.
 */
public final class OnceMoreOnDeadConnection implements HttpRequestRetryStrategy {

  private final RetryBudget budget;

  public OnceMoreOnDeadConnection(RetryBudget budget) {
    this.budget = budget;
  }

  /** Whether the connection broke before an answer, rather than never having been there. */
  public static boolean isDead(@Nullable Throwable failure) {
    return switch (failure) {
      case ConnectException _, NoRouteToHostException _ -> false;
      case NoHttpResponseException _, ConnectionClosedException _, SocketException _ -> true;
      case null, default -> false;
    };
  }

  @Override
  public boolean retryRequest(
      HttpRequest request, IOException failure, int attempt, HttpContext context) {
    return attempt == 1 && isDead(failure) && budget.spend();
  }

  @Override
  public boolean retryRequest(HttpResponse response, int attempt, HttpContext context) {
    budget.earn();
    return false;
  }

  @Override
  public TimeValue getRetryInterval(HttpResponse response, int attempt, HttpContext context) {
    return TimeValue.ZERO_MILLISECONDS;
  }
}
