package phoneseller.gateway;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, which limits how long a client may be silent, with a limit on how long it may
 * take: a byte now and then keeps no connection.
 */
public final class DeadlineProtocol extends Http11NioProtocol {

  private static final Duration GRACE = Duration.ofSeconds(1);

  /** A connection on which the head of a request is incomplete, and since when. */
  private record Waiting(SocketWrapperBase<NioChannel> connection, long begun) {}

  /**
   * Ends the connections of those who took too long and, of too many who take their time, those who
   * began first: they hold each other up, and nobody else.
   *
   * @return how many
   */
  int sweep(GatewaySettings.Slow limits) {
    var waiting = new ArrayList<Waiting>();
    for (var connection : endpoint().getConnections()) {
      if (connection.getCurrentProcessor() instanceof AbstractProcessor processor
          && !processor.isAsync()) {
        var request = processor.getRequest();
        if (isReadingHead(request) && isOlder(request, GRACE)) {
          waiting.add(new Waiting(connection, request.getStartTimeNanos()));
        }
      }
    }
    return endHeads(waiting, limits);
  }

  private int endHeads(List<Waiting> waiting, GatewaySettings.Slow limits) {
    waiting.sort(Comparator.comparingLong(Waiting::begun));
    int ended = 0;
    int tooMany = waiting.size() - limits.most();
    long now = System.nanoTime();
    for (var head : waiting) {
      if (ended >= tooMany && now - head.begun() <= limits.head().toNanos()) {
        break;
      }
      head.connection().setError(new SocketTimeoutException("the headers take too long"));
      endpoint().processSocket(head.connection(), SocketEvent.ERROR, true);
      ended++;
    }
    return ended;
  }

  int connections() {
    return endpoint().getConnections().size();
  }

  /** Between two bytes of an incomplete head its processor waits without a thread. */
  private static boolean isReadingHead(Request request) {
    int stage = request.getRequestProcessor().getStage();
    return stage == Constants.STAGE_ENDED || stage == Constants.STAGE_PARSE;
  }

  /** A request begins with its first byte; before that there is none. */
  private static boolean isOlder(Request request, Duration limit) {
    long begun = request.getStartTimeNanos();
    return begun > 0 && System.nanoTime() - begun > limit.toNanos();
  }

  @SuppressWarnings("unchecked")
  private AbstractEndpoint<NioChannel, ?> endpoint() {
    return (AbstractEndpoint<NioChannel, ?>) getEndpoint();
  }
}
