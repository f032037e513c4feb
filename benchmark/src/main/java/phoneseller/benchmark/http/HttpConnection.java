package phoneseller.benchmark.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection that is kept; a message follows another, with a length or in chunks. */
public final class HttpConnection implements AutoCloseable {

  private static final int LARGEST = 4 * 1024 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[4096];
  private int from;
  private int to;

  HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  public static HttpConnection to(int port, int timeoutMillis) throws IOException {
    var socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
    socket.setSoTimeout(timeoutMillis);
    return new HttpConnection(socket);
  }

  /** Sends a request and waits for its answer. */
  public Message exchange(Message request) throws IOException {
    write(request);
    return read();
  }

  void write(Message message) throws IOException {
    out.write(message.bytes());
  }

  /** Waits for the next message; an end of the connection before it is an {@link EOFException}. */
  Message read() throws IOException {
    int end = endOfHead();
    var head = text(from, end - 2 - from);
    from = end;
    var message = new Message(head, "");
    String length = message.header("Content-Length");
    if (!length.isEmpty()) {
      return new Message(head, take(Integer.parseInt(length)));
    }
    return message.header("Transfer-Encoding").equalsIgnoreCase("chunked")
        ? new Message(head, chunks())
        : message;
  }

  private String chunks() throws IOException {
    var all = new StringBuilder();
    while (true) {
      int size = Integer.parseInt(line(), 16);
      all.append(take(size));
      line();
      if (size == 0) {
        return all.toString();
      }
    }
  }

  private String line() throws IOException {
    int at = from;
    while (true) {
      if (at + 1 >= to) {
        at -= from;
        more();
        at += from;
      } else if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
        var line = text(from, at - from);
        from = at + 2;
        return line;
      } else {
        at++;
      }
    }
  }

  private int endOfHead() throws IOException {
    int at = from;
    while (true) {
      if (at + 3 >= to) {
        at -= from;
        more();
        at += from;
      } else if (buffer[at] == '\r'
          && buffer[at + 1] == '\n'
          && buffer[at + 2] == '\r'
          && buffer[at + 3] == '\n') {
        return at + 4;
      } else {
        at++;
      }
    }
  }

  private String take(int length) throws IOException {
    while (to - from < length) {
      more();
    }
    var body = new String(buffer, from, length, StandardCharsets.UTF_8);
    from += length;
    return body;
  }

  private void more() throws IOException {
    if (from == to) {
      from = 0;
      to = 0;
    } else if (to == buffer.length) {
      byte[] target = from > 0 ? buffer : larger();
      System.arraycopy(buffer, from, target, 0, to - from);
      buffer = target;
      to -= from;
      from = 0;
    }
    int read = in.read(buffer, to, buffer.length - to);
    if (read < 0) {
      throw new EOFException();
    }
    to += read;
  }

  private byte[] larger() throws IOException {
    if (buffer.length >= LARGEST) {
      throw new IOException("a message of more than " + buffer.length + " bytes");
    }
    return new byte[buffer.length * 2];
  }

  private String text(int begin, int length) {
    return new String(buffer, begin, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more, which is what was wanted.
    }
  }
}
