package phoneseller.pay.adapter.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Calls reward; every call may be repeated. */
final class RewardClient {

  private final RestClient http;
  private final ServiceCredential credential;

  RewardClient(RestClient http, ServiceCredential credential) {
    this.http = http;
    this.credential = credential;
  }

  /** What came of a call. */
  sealed interface Reply {

    record Answered(HttpStatusCode status) implements Reply {}

    /** Nothing was sent. */
    record NotReached(String why) implements Reply {}

    /** Something was sent; what became of it is not known. */
    record Lost(String why) implements Reply {}
  }

  Reply post(Object body) {
    return called(() ->
        http.post()
            .uri("/rewards")
            .header(HttpHeaders.AUTHORIZATION, credential.header())
            .contentType(MediaType.APPLICATION_JSON)
            .body(body)
            .exchange((_, response) -> response.getStatusCode()));
  }

  Reply load() {
    return called(
        () -> http.get().uri("/rewards/load").exchange((_, response) -> response.getStatusCode()));
  }

  /**
   * A pooled connection that reward has closed meanwhile is no answer: once, the call is made anew.
   */
  private static Reply called(Supplier<HttpStatusCode> call) {
    try {
      return new Reply.Answered(call.get());
    } catch (ResourceAccessException first) {
      if (!diedUnanswered(first)) {
        return reply(first);
      }
      try {
        return new Reply.Answered(call.get());
      } catch (ResourceAccessException second) {
        return new Reply.Lost(why(second));
      }
    }
  }

  private static Reply reply(ResourceAccessException e) {
    return switch (e.getCause()) {
      case ConnectTimeoutException _,
          ConnectException _,
          NoRouteToHostException _,
          UnknownHostException _,
          ConnectionRequestTimeoutException _ ->
          new Reply.NotReached(why(e));
      case null, default -> new Reply.Lost(why(e));
    };
  }

  private static boolean diedUnanswered(ResourceAccessException e) {
    return switch (e.getCause()) {
      case ConnectException _, NoRouteToHostException _ -> false;
      case NoHttpResponseException _, ConnectionClosedException _, SocketException _ -> true;
      case null, default -> false;
    };
  }

  private static String why(ResourceAccessException e) {
    return e.getCause() instanceof IOException cause ? cause.toString() : e.toString();
  }
}
