package phoneseller.benchmark.http;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to one server, each used by one exchange at a time and then kept. */
public final class HttpClients {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final ConcurrentLinkedDeque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
  private final int port;

  public HttpClients(int port) {
    this.port = port;
  }

  /** An exchange that fails is not repeated, and its connection is closed. */
  public Message exchange(Message request) throws IOException {
    var kept = idle.pollFirst();
    var connection = kept == null ? HttpConnection.to(port, TIMEOUT_MILLIS) : kept;
    try {
      var answer = connection.exchange(request);
      idle.addFirst(connection);
      return answer;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }
}
