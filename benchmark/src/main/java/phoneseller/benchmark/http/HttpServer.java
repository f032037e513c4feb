package phoneseller.benchmark.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Answers on a port, with a virtual thread for each connection, until its process ends. */
public final class HttpServer {

  private static final int WAITING_CONNECTIONS = 1024;

  /** What answers a request; a failure ends the connection. */
  public interface Handler {
    Message answer(Message request) throws Exception;
  }

  private final ServerSocket socket;
  private final Handler handler;

  public HttpServer(int port, Handler handler) throws IOException {
    this.socket = new ServerSocket(port, WAITING_CONNECTIONS, InetAddress.getLoopbackAddress());
    this.handler = handler;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Begins to answer, and is done with it when the process ends. */
  public HttpServer start() {
    Thread.ofPlatform().name("accept").start(this::accept);
    return this;
  }

  private void accept() {
    try {
      while (true) {
        var client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket client) {
    try (var connection = new HttpConnection(client)) {
      while (true) {
        connection.write(handler.answer(connection.read()));
      }
    } catch (IOException e) {
      // The client has gone.
    } catch (Exception e) {
      throw new IllegalStateException("a request was not answered", e);
    }
  }
}
