package phoneseller.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import phoneseller.http.Problem;
import phoneseller.http.RetryAfter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the whole body before the request takes a place among those in flight: who sends slowly waits
 * for itself alone, and not for ever. Memory is taken as bytes come, not as they are announced.
 */
@Component
final class WholeBody {

  private static final int FIRST = 512;
  private static final long RETRY_SECONDS = 2;

  private final long heaviest;
  private final long longest;
  private final long most;
  private final AtomicLong held = new AtomicLong();
  private final SlowClients slow;
  private final JsonMapper json;

  WholeBody(
      GatewaySettings settings,
      @Value("${phoneseller.http.max-body-bytes:65536}") long heaviest,
      SlowClients slow,
      JsonMapper json) {
    this.heaviest = heaviest;
    this.longest = settings.slow().body().toNanos();
    this.most = settings.slow().held().toBytes();
    this.slow = slow;
    this.json = json;
  }

  void pass(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
      throws IOException, ServletException {
    var request = (HttpServletRequest) servletRequest;
    var response = (HttpServletResponse) servletResponse;
    long length = request.getContentLengthLong();
    if (length == 0 || (length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body;
    try {
      body = length > heaviest ? null : read(request.getInputStream());
    } catch (SocketTimeoutException e) {
      slow.tooSlow(1);
      refuse(response, HttpStatus.REQUEST_TIMEOUT, "The body did not come in time.");
      return;
    } catch (Full e) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(RetryAfter.spread(RETRY_SECONDS)));
      refuse(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "Too many bodies are on their way. Nothing was done; please try again a little later.");
      return;
    } catch (IOException e) {
      refuse(response, HttpStatus.BAD_REQUEST, "The body breaks off.");
      return;
    }
    if (body == null) {
      refuse(
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "The body is larger than " + heaviest + " bytes.");
    } else {
      chain.doFilter(new Complete(request, body), response);
    }
  }

  /** The body, or null when it is too large. */
  private byte @Nullable [] read(InputStream in) throws IOException {
    long begun = System.nanoTime();
    var buffer = new byte[FIRST];
    int size = 0;
    hold(FIRST);
    try {
      for (int read = in.read(buffer);
          read >= 0;
          read = in.read(buffer, size, buffer.length - size)) {
        size += read;
        if (size > heaviest) {
          return null;
        }
        if (System.nanoTime() - begun > longest) {
          throw new SocketTimeoutException("the body takes too long");
        }
        if (size == buffer.length) {
          hold(buffer.length);
          buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
      }
      return Arrays.copyOf(buffer, size);
    } finally {
      held.addAndGet(-buffer.length);
    }
  }

  private void hold(int bytes) throws Full {
    if (held.addAndGet(bytes) > most) {
      held.addAndGet(-bytes);
      throw new Full();
    }
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setHeader(HttpHeaders.CONNECTION, "close");
    Problem.write(Problem.of(status, detail), response, json);
  }

  /** Bodies on their way weigh as much as they may together. */
  private static final class Full extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static final class Complete extends HttpServletRequestWrapper {

    private final byte[] body;

    Complete(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Stream(new ByteArrayInputStream(body));
    }
  }

  private static final class Stream extends ServletInputStream {

    private final ByteArrayInputStream body;

    Stream(ByteArrayInputStream body) {
      this.body = body;
    }

    @Override
    public int read() {
      return body.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return body.read(bytes, offset, length);
    }

    @Override
    public boolean isFinished() {
      return body.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is complete");
    }
  }
}
