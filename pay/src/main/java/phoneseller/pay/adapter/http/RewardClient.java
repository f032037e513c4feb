package phoneseller.pay.adapter.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;
import phoneseller.http.ConnectionPool;
import phoneseller.http.OnceMoreOnDeadConnection;
import phoneseller.http.RetryBudget;

/** Calls reward as pay, which its token shows; every call may be repeated. */
final class RewardClient {

  private final RestClient http;
  private final RetryBudget repetitions;

  RewardClient(RestClient http, RetryBudget repetitions) {
    this.http = http;
    this.repetitions = repetitions;
  }

  /** What came of a call. */
  sealed interface Reply<T> {

    record Answered<T>(T answer) implements Reply<T> {}

    /** Nothing was sent. */
    record NotReached<T>(String why) implements Reply<T> {}

    /** Something was sent; what became of it is not known. */
    record Lost<T>(String why) implements Reply<T> {}
  }

  /**
   * @param consuming whether reward reads the events, and so knows how many wait
   */
  record Load(HttpStatusCode status, boolean consuming) {}

  private record LoadBody(boolean consuming) {}

  Reply<HttpStatusCode> post(Object body) {
    return called(() ->
        http.post()
            .uri("/rewards")
            .contentType(MediaType.APPLICATION_JSON)
            .body(body)
            .exchange((_, response) -> response.getStatusCode()));
  }

  Reply<Load> load() {
    return called(() -> http.get().uri("/rewards/load").exchange((_, response) -> load(response)));
  }

  private static Load load(ConvertibleClientHttpResponse response) throws IOException {
    var status = response.getStatusCode();
    try {
      var body = status.value() == 200 ? response.bodyTo(LoadBody.class) : null;
      return new Load(status, body != null && body.consuming());
    } catch (RestClientException e) {
      return new Load(status, false);
    }
  }

  /**
   * A pooled connection that reward has closed meanwhile is no answer: once, the call is made anew.
   */
  private <T> Reply<T> called(Supplier<T> call) {
    try {
      return answered(call.get());
    } catch (ResourceAccessException first) {
      if (!OnceMoreOnDeadConnection.isDead(first.getCause())) {
        return reply(first);
      }
      return repetitions.spend() ? again(call) : new Reply.Lost<>(why(first));
    }
  }

  private <T> Reply<T> again(Supplier<T> call) {
    try {
      return answered(call.get());
    } catch (ResourceAccessException second) {
      return new Reply.Lost<>(why(second));
    }
  }

  private <T> Reply<T> answered(T answer) {
    repetitions.earn();
    return new Reply.Answered<>(answer);
  }

  private static <T> Reply<T> reply(ResourceAccessException e) {
    return switch (e.getCause()) {
      case ConnectTimeoutException _,
          ConnectException _,
          NoRouteToHostException _,
          UnknownHostException _ ->
          new Reply.NotReached<>(why(e));
      case IOException cause when ConnectionPool.hadNoneFree(cause) ->
          new Reply.NotReached<>(why(e));
      case null, default -> new Reply.Lost<>(why(e));
    };
  }

  private static String why(ResourceAccessException e) {
    return e.getCause() instanceof IOException cause ? cause.toString() : e.toString();
  }
}
