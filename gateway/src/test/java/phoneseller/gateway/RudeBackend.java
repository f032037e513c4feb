package phoneseller.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that breaks HTTP: each request gets the next bytes of its script, then a hang-up. */
final class RudeBackend implements AutoCloseable {

  /** Said and kept open, so that the connection goes back to the gateway's pool. */
  static final String FINE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  static final String HANG_UP = "";
  static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"half\":";

  private final ServerSocket socket;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> script;

  RudeBackend(String... script) {
    this.script = List.of(script);
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.startVirtualThread(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in = connection.getInputStream();
      var head = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        head.append((char) c);
        if (head.toString().endsWith("\r\n\r\n")) {
          asked.add(head.substring(0, head.indexOf("\r\n")));
          head.setLength(0);
          var answer = script.get(Math.min(asked.size(), script.size()) - 1);
          connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          if (!answer.equals(FINE)) {
            return;
          }
        }
      }
    } catch (IOException e) {
      asked.add("broken: " + e);
    }
  }

  List<String> asked() {
    return asked;
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
