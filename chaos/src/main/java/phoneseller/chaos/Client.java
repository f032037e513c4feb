package phoneseller.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A client of the shop; it takes the answers as they come, problems included. */
public final class Client {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Shop shop;
  private final Duration patience;

  public Client(Shop shop) {
    this(shop, PATIENCE);
  }

  public Client(Shop shop, Duration patience) {
    this.shop = shop;
    this.patience = patience;
  }

  public Answer place(String item, int qty, long price, String customer) throws IOException {
    return place(item, qty, price, customer, Map.of());
  }

  public Answer place(
      String item, int qty, long price, String customer, Map<String, String> headers)
      throws IOException {
    var body = Map.of("item", item, "qty", qty, "price", price, "customerId", customer);
    return send("gateway", "POST", "/orders", JSON.writeValueAsString(body), headers);
  }

  public Answer cancel(long order) throws IOException {
    return send("gateway", "PATCH", "/orders/" + order, "{\"status\":\"cancel\"}", Map.of());
  }

  public Answer cancelPayment(long order) throws IOException {
    return send(
        "gateway",
        "PATCH",
        "/payments/" + order,
        "{\"price\":200,\"process\":\"OrderCancelled\"}",
        Map.of());
  }

  public Answer get(String service, String path) throws IOException {
    return send(service, "GET", path, "", Map.of());
  }

  public Answer send(
      String service, String method, String path, String body, Map<String, String> headers)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(shop.process(service).url() + path))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      var response = Shop.HTTP.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode json =
          response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
      return new Answer(response.statusCode(), response.headers(), json);
    } catch (JacksonException e) {
      throw new IOException("half an answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
