package phoneseller.gateway;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Reads what is still to come of a body that nobody wants, so that its sender gets to read why; but
 * not for ever. Tomcat itself would, as long as a byte comes now and then.
 */
final class UnreadBody extends ValveBase {

  private static final int BUFFER = 8192;

  private final long most;
  private final long longest;

  UnreadBody(long most, Duration longest) {
    super(true);
    this.most = most;
    this.longest = longest.toNanos();
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (request.getContentLengthLong() != 0 && !request.isAsync() && !isRead(request)) {
      response.flushBuffer();
      if (request.getContentLengthLong() > most || !drain(request.getStream())) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  private static boolean isRead(Request request) throws IOException {
    return request.getInputStream().isFinished();
  }

  /** Whether it came to its end. */
  private boolean drain(InputStream body) {
    var sink = new byte[BUFFER];
    long begun = System.nanoTime();
    long left = most;
    try {
      while (left > 0 && System.nanoTime() - begun < longest) {
        int read = body.read(sink);
        if (read < 0) {
          return true;
        }
        left -= read;
      }
    } catch (IOException e) {
      getContainer().getLogger().debug("gone before its body ended", e);
    }
    return false;
  }
}
