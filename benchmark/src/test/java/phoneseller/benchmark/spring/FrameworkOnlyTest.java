package phoneseller.benchmark.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class FrameworkOnlyTest {

  private final ConfigurableApplicationContext framework =
      FrameworkOnly.start("--server.port=0", "--logging.level.root=warn");

  @AfterEach
  void end() {
    framework.close();
  }

  @Test
  void itAnswersAsTheShopDoes() throws Exception {
    String order = "{\"item\":\"GX Note99\",\"qty\":1,\"price\":495000,\"customerId\":\"c\"}";
    var placed =
        send(
            request("/orders")
                .POST(BodyPublishers.ofString(order))
                .header("Content-Type", "application/json"));
    var read = send(request("/customers/search/findByOrderId?orderId=7"));

    assertThat(placed.statusCode()).isEqualTo(201);
    assertThat(placed.headers().firstValue("Location")).hasValue("/orders/1");
    assertThat(placed.body()).contains("\"price\":495000");
    assertThat(read.body()).contains("\"customers\":[{\"id\":7,");
    assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(200);
  }

  private HttpRequest.Builder request(String path) {
    var port = framework.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
