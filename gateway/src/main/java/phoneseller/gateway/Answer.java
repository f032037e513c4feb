package phoneseller.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import phoneseller.http.Correlation;

/** A service's whole answer, held until it is complete: half an answer is none. */
final class Answer implements ProxyExchange.Response {

  /** What the gateway says for itself towards its own client. */
  private static final Set<String> OWN = ownHeaders();

  private final HttpStatusCode status;
  private final HttpHeaders headers;
  private final @Nullable String caching;
  private final byte[] body;

  private Answer(
      HttpStatusCode status, HttpHeaders headers, @Nullable String caching, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.caching = caching;
    this.body = body;
  }

  static Answer read(ClassicHttpResponse response, int heaviest) throws IOException {
    boolean hasBody = response.getEntity() != null;
    byte[] body = new byte[0];
    if (hasBody) {
      try (var content = response.getEntity().getContent()) {
        body = content.readNBytes(heaviest + 1);
      }
    }
    if (body.length > heaviest) {
      throw new Failure.AnswerTooLarge();
    }
    var headers = new HttpHeaders();
    for (Header header : response.getHeaders()) {
      boolean length = HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(header.getName());
      if (length ? !hasBody : !OWN.contains(header.getName())) {
        headers.add(header.getName(), header.getValue());
      }
    }
    var caching = headers.getCacheControl();
    headers.remove(HttpHeaders.CACHE_CONTROL);
    return new Answer(HttpStatusCode.valueOf(response.getCode()), headers, caching, body);
  }

  @Override
  public HttpStatusCode getStatusCode() {
    return status;
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  /** What the service says of caching takes the place of what the gateway says for itself. */
  void writeBody(HttpServletResponse response) throws IOException {
    if (caching != null) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
    }
    if (body.length > 0) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  private static Set<String> ownHeaders() {
    var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.add(HttpHeaders.DATE);
    names.add(HttpHeaders.TRANSFER_ENCODING);
    names.add(HttpHeaders.CONNECTION);
    names.add("Keep-Alive");
    names.add(Correlation.ID_HEADER);
    names.add(HttpHeaders.SET_COOKIE);
    names.addAll(SecurityHeaders.NAMES);
    return names;
  }
}
