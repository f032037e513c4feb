package phoneseller.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import phoneseller.benchmark.http.Message;

/** What clients ask for. */
final class Requests {

  private static final int CUSTOMERS = 1_000;

  private Requests() {}

  /** One phone for one of a thousand customers. */
  static Message order() {
    return Message.request(
        "POST",
        "/orders",
        "{\"item\":\"GX Note99\",\"qty\":1,\"price\":495000,\"customerId\":\"%s\"}"
            .formatted(customer()));
  }

  static Message cancel(long order) {
    return Message.request("PATCH", "/orders/" + order, "{\"status\":\"cancel\"}");
  }

  static Message view(long order) {
    return get("/customers/search/findByOrderId?orderId=" + order);
  }

  static Message ofCustomer() {
    return get("/customers/search/findByCustomerId?customerId=" + customer());
  }

  static Message firstPage() {
    return get("/customers");
  }

  private static Message get(String path) {
    return Message.request("GET", path, "");
  }

  private static String customer() {
    return "customer-" + ThreadLocalRandom.current().nextInt(CUSTOMERS);
  }
}
