package phoneseller.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import phoneseller.http.Problem;
import phoneseller.http.RetryAfter;

/**
 * Passes a request on as it came, the path and the query to the letter, and answers for a service
 * that does not. Both bodies are read whole first: a client's slowness holds no connection to a
 * service, and a service that dies half-way through an answer leaves no half answer.
 */
@Component
final class PassOn implements ProxyExchange {

  /** The attribute with the path at the service, where it is another than the client's. */
  static final String TARGET = PassOn.class.getName() + ".target";

  private static final Set<String> MAY_CARRY = Set.of("POST", "PUT", "PATCH");

  private final BackendClient backends;
  private final Presence presence;
  private final long retryAfter;

  PassOn(BackendClient backends, Presence presence, GatewaySettings settings) {
    this.backends = backends;
    this.presence = presence;
    this.retryAfter = settings.connections().retryAfter().toSeconds();
  }

  @Override
  public ServerResponse exchange(Request request) {
    var inbound = request.getServerRequest();
    byte[] body;
    try {
      body = inbound.servletRequest().getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new HttpMessageNotReadableException(
          "the body breaks off", e, new ServletServerHttpRequest(inbound.servletRequest()));
    }
    String backend =
        Objects.requireNonNull(
            MvcUtils.<String>getAttribute(inbound, MvcUtils.GATEWAY_ROUTE_ID_ATTR));
    URI url = Objects.requireNonNull(request.getUri());
    try {
      Answer answer =
          backends.send(
              new HttpHost(url.getScheme(), url.getHost(), url.getPort()),
              outbound(inbound.servletRequest(), request.getHeaders(), body));
      presence.answered(backend);
      return passBack(request, answer);
    } catch (IOException e) {
      var failure = Failure.of(e);
      presence.failed(backend, failure, e);
      return answerFor(failure);
    }
  }

  private static ClassicHttpRequest outbound(
      HttpServletRequest inbound, HttpHeaders headers, byte[] body) {
    String query = inbound.getQueryString();
    String path =
        inbound.getAttribute(TARGET) instanceof String other ? other : inbound.getRequestURI();
    String target = path + (query == null ? "" : "?" + query);
    var outbound = new BasicClassicHttpRequest(inbound.getMethod(), target);
    headers.forEach((name, values) -> values.forEach(value -> outbound.addHeader(name, value)));
    if (body.length > 0 || MAY_CARRY.contains(inbound.getMethod())) {
      outbound.setEntity(new ByteArrayEntity(body, null));
    }
    return outbound;
  }

  private static ServerResponse passBack(Request request, Answer answer) {
    var response =
        GatewayServerResponse.status(answer.getStatusCode())
            .build((_, servlet) -> {
              answer.writeBody(servlet);
              return null;
            });
    request.getResponseConsumers().forEach(consumer -> consumer.accept(answer, response));
    return response;
  }

  private ServerResponse answerFor(Failure failure) {
    var response =
        ServerResponse.status(failure.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (failure.nothingWasDone()) {
      response.header(HttpHeaders.RETRY_AFTER, Long.toString(RetryAfter.spread(retryAfter)));
    }
    return response.body(Problem.of(failure.status(), failure.detail()));
  }
}
