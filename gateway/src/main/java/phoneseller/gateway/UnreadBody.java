package phoneseller.gateway;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads what is still to come of a body that nobody wants, so that its sender gets to read why; but
 * not for ever. Tomcat itself would, as long as a byte comes now and then.
 */
final class UnreadBody extends ValveBase {

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
      if (request.getContentLengthLong() > most || !drain(request.getCoyoteRequest())) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  private static boolean isRead(Request request) throws IOException {
    return request.getInputStream().isFinished();
  }

  /**
   * Whether it came to its end. The servlet's own stream is closed with its answer; what is below
   * it can still be read.
   */
  private boolean drain(org.apache.coyote.Request request) {
    var sink = new Sink();
    long begun = System.nanoTime();
    long left = most;
    try {
      while (left > 0 && System.nanoTime() - begun < longest) {
        int read = request.doRead(sink);
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

  /** Is lent what has come, and leaves it. */
  private static final class Sink implements ApplicationBufferHandler {

    private ByteBuffer lent = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      lent = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return lent;
    }

    @Override
    public void expand(int size) {}
  }
}
