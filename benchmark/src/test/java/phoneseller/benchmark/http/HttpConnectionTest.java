package phoneseller.benchmark.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

  private static final int PATIENCE = 10_000;

  @Test
  void oneConnectionCarriesOneExchangeAfterAnother() throws IOException {
    var server =
        new HttpServer(
            0, request -> Message.answer(201, "Location: /orders/7\r\n", request.body() + "!"));
    server.start();

    try (var connection = HttpConnection.to(server.port(), PATIENCE)) {
      for (int i = 0; i < 3; i++) {
        var answer = connection.exchange(Message.request("POST", "/orders", "휴대폰 " + i));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("휴대폰 " + i + "!");
        assertThat(Message.lastNumber(answer.header("location"))).isEqualTo(7);
        assertThat(answer.header("Loc")).isEmpty();
      }
    }
  }

  @Test
  void anAnswerMayComeInChunksAndInPieces() throws IOException {
    String two =
        "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"
            + "HTTP/1.1 404 \r\nContent-Length: 2\r\n\r\nno";
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var connection = HttpConnection.to(server.getLocalPort(), PATIENCE);
        var peer = server.accept()) {
      var out = peer.getOutputStream();
      peer.setTcpNoDelay(true);
      for (byte each : two.getBytes(UTF_8)) {
        out.write(each);
      }

      assertThat(connection.read().body()).isEqualTo("abc0123456789");
      assertThat(connection.read())
          .extracting(Message::status, Message::body)
          .containsExactly(404, "no");
    }
  }

  @Test
  void anEndBeforeTheAnswerIsAnEnd() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var connection = HttpConnection.to(server.getLocalPort(), PATIENCE)) {
      server.accept().close();

      assertThatThrownBy(connection::read).isInstanceOf(EOFException.class);
    }
  }
}
