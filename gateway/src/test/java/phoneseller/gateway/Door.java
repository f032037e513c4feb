package phoneseller.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running gateway on a free port, and a client in front of it. */
final class Door implements AutoCloseable {

  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection,expect");
  }

  private final ConfigurableApplicationContext context;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Door(String... settings) {
    var all = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
    for (String backend : List.of("app", "pay", "customer", "store", "reward")) {
      if (List.of(settings).stream().noneMatch(s -> s.startsWith(backend + "="))) {
        all.add("--phoneseller.gateway.backends." + backend + "=http://localhost:1");
      }
    }
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      all.add(
          setting.substring(0, equals).contains(".")
              ? "--" + setting
              : "--phoneseller.gateway.backends."
                  + setting.substring(0, equals)
                  + "=http://localhost:"
                  + setting.substring(equals + 1));
    }
    context = SpringApplication.run(GatewayApplication.class, all.toArray(String[]::new));
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return send(method, path, publisher, headers);
  }

  HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
