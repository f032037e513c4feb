package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

class ConnectionPoolTest {

  private static final String LONG_HEADER = "h".repeat(7_000);
  private static final byte[] LONG_BODY = "b".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);

  @Test
  void whatIsLargerThanABufferPassesWholeBothWays() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var connections = ConnectionPool.of(1).build();
        var http = HttpClients.custom().setConnectionManager(connections).build()) {
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            exchange
                .getResponseHeaders()
                .set("X-Long", exchange.getRequestHeaders().getFirst("X-Long"));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      var answer =
          RestClient.builder()
              .requestFactory(new HttpComponentsClientHttpRequestFactory(http))
              .build()
              .post()
              .uri("http://localhost:" + server.getAddress().getPort())
              .header("X-Long", LONG_HEADER)
              .body(LONG_BODY)
              .retrieve()
              .toEntity(byte[].class);

      assertThat(answer.getHeaders().getFirst("X-Long")).isEqualTo(LONG_HEADER);
      assertThat(answer.getBody()).isEqualTo(LONG_BODY);
    } finally {
      server.stop(0);
    }
  }
}
