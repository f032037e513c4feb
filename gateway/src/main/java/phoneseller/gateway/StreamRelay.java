package phoneseller.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import phoneseller.http.ConnectionPool;

/**
 * Passes events on as they come, over connections of its own, until the service or the client ends
 * it, the service falls silent, or it has lasted long enough; the client then connects again.
 */
@Component
final class StreamRelay {

  private static final List<String> ASKED =
      List.of(HttpHeaders.ACCEPT, "Last-Event-ID", "X-Read-Token");
  private static final List<String> ANSWERED =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);
  private static final int HEAVIEST_REFUSAL = 65_536;
  private static final int BUFFER = 4096;

  private final URI customer;
  private final HttpHost host;
  private final Duration longest;
  private final CloseableHttpClient http;
  private final Set<HttpGet> open = ConcurrentHashMap.newKeySet();

  StreamRelay(GatewaySettings settings) {
    var limits = settings.streams();
    customer = settings.backends().customer();
    host = new HttpHost(customer.getScheme(), customer.getHost(), customer.getPort());
    longest = limits.longest();
    http =
        HttpClients.custom()
            .setConnectionManager(
                ConnectionPool.of(limits.most())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.of(settings.connections().connect()))
                            .setSocketTimeout(Timeout.of(limits.silence()))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(limits.silence())).build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableDefaultUserAgent()
            .build();
  }

  /** Why there was no answer; null when there was one. */
  @Nullable Failure pass(HttpServletRequest request, HttpServletResponse response) {
    var asked = question(request);
    open.add(asked);
    try (ClassicHttpResponse answer = http.executeOpen(host, asked, null)) {
      try {
        passOn(answer, response);
      } finally {
        // What is still to come would otherwise be read to its end.
        asked.cancel();
      }
      return null;
    } catch (IOException e) {
      return response.isCommitted() ? null : Failure.of(e);
    } finally {
      open.remove(asked);
    }
  }

  private HttpGet question(HttpServletRequest request) {
    String query = request.getQueryString();
    var asked =
        new HttpGet(customer.resolve(request.getRequestURI() + (query == null ? "" : "?" + query)));
    var headers = new HttpHeaders();
    for (String name : ASKED) {
      String value = request.getHeader(name);
      if (value != null) {
        headers.set(name, value);
      }
    }
    Handover.introduce(headers, request);
    headers.forEach((name, values) -> values.forEach(value -> asked.addHeader(name, value)));
    return asked;
  }

  private void passOn(ClassicHttpResponse answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.getCode());
    for (String name : ANSWERED) {
      var header = answer.getFirstHeader(name);
      if (header != null) {
        response.setHeader(name, header.getValue());
      }
    }
    if (answer.getEntity() == null) {
      return;
    }
    InputStream body = answer.getEntity().getContent();
    String type = answer.getEntity().getContentType();
    if (type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE)) {
      response.setHeader("X-Accel-Buffering", "no");
      follow(body, response);
    } else {
      response.getOutputStream().write(body.readNBytes(HEAVIEST_REFUSAL));
    }
  }

  /** It ends between two events, never within one. */
  private void follow(InputStream events, HttpServletResponse response) throws IOException {
    var buffer = new byte[BUFFER];
    long begun = System.nanoTime();
    response.flushBuffer();
    for (int read = events.read(buffer); read >= 0; read = events.read(buffer)) {
      response.getOutputStream().write(buffer, 0, read);
      response.flushBuffer();
      boolean between = read > 1 && buffer[read - 1] == '\n' && buffer[read - 2] == '\n';
      if (between && System.nanoTime() - begun >= longest.toNanos()) {
        return;
      }
    }
  }

  /** A gateway that stops does not wait for streams to end by themselves. */
  @EventListener(ContextClosedEvent.class)
  void close() throws IOException {
    open.forEach(HttpGet::cancel);
    http.close();
  }
}
