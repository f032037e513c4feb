package phoneseller.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/**
 * All services of a shop with as many orders as one likes, made up as they are asked for. Each
 * order is shipped, every tenth is cancelled and returned; one has a payment of another price.
 */
final class FakeShop implements AutoCloseable {

  private static final int CUSTOMERS = 100;

  private final long orders;
  private final long broken;
  private final HttpServer server;
  volatile double eventWaits;

  FakeShop(long orders, long broken) throws IOException {
    this.orders = orders;
    this.broken = broken;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    list("/orders", "orders", this::order);
    list("/payments", "payments", this::payment);
    list("/storeManages", "storeManages", this::shipment);
    list("/rewards", "rewards", this::entries);
    list("/customers", "customers", this::row);
    server.createContext("/payments/provider/journal", this::journal);
    server.createContext("/customers/search/findByCustomerId", this::totalOfOrders);
    server.createContext("/customers/points", this::totalOfPoints);
    server.createContext(
        "/actuator/prometheus",
        exchange -> answer(exchange, "outbox_oldest_age_seconds " + eventWaits + "\n"));
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static boolean cancelled(long id) {
    return id % 10 == 0;
  }

  private static long price(long id) {
    return 1000 + id % 1000;
  }

  private String order(long id) {
    return """
    {"id":%d,"customerId":"c%d","item":"GX Note99","qty":2,"status":"%s","store":null,\
    "price":%d,"point":%d,"_links":{"self":{"href":"%s/orders/%d"}}}\
    """
        .formatted(id, id % CUSTOMERS, status(id, "Shipped"), price(id), points(id), url(), id);
  }

  private String row(long id) {
    return order(id).replaceFirst("\\{", "{\"orderId\":" + id + ",");
  }

  private String payment(long id) {
    long paid = id == broken ? 1 : price(id);
    return "{\"id\":%d,\"orderId\":%d,\"price\":%d,\"process\":\"%s\"}"
        .formatted(id, id, cancelled(id) ? 0 : paid, status(id, "Payed"));
  }

  private String shipment(long id) {
    return """
    {"id":%d,"orderId":%d,"item":"GX Note99","process":"%s","customerId":"c%d"}\
    """
        .formatted(id, id, cancelled(id) ? "Returning" : "Shipped", id % CUSTOMERS);
  }

  private String entries(long id) {
    String given = entry(id, price(id) / 10, "Payed");
    return cancelled(id) ? given + "," + entry(id, -price(id) / 10, "PayCancelled") : given;
  }

  private static String entry(long id, long points, String process) {
    return "{\"orderId\":%d,\"point\":%d,\"process\":\"%s\",\"customerId\":\"c%d\"}"
        .formatted(id, points, process, id % CUSTOMERS);
  }

  private static String status(long id, String otherwise) {
    return cancelled(id) ? "PayCancelled" : otherwise;
  }

  private static long points(long id) {
    return cancelled(id) ? 0 : price(id) / 10;
  }

  private void list(String path, String plural, LongFunction<String> row) {
    server.createContext(
        path,
        exchange -> {
          var query = query(exchange);
          long after = Long.parseLong(query.getOrDefault("after", "0"));
          long last = Math.min(orders, after + Long.parseLong(query.getOrDefault("size", "20")));
          exchange.sendResponseHeaders(200, 0);
          try (var out =
              new BufferedWriter(new OutputStreamWriter(exchange.getResponseBody(), UTF_8))) {
            out.write("{\"_embedded\":{\"" + plural + "\":[");
            for (long id = after + 1; id <= last; id++) {
              out.write(row.apply(id));
              out.write(id == last ? "" : ",");
            }
            String next = last < orders ? ",\"next\":{\"href\":\"" + last + "\"}" : "";
            out.write("]},\"_links\":{\"self\":{\"href\":\"x\"}" + next + "}}");
          }
        });
  }

  private void journal(HttpExchange exchange) throws IOException {
    boolean again = !query(exchange).getOrDefault("from", "0").equals("0");
    exchange.sendResponseHeaders(200, 0);
    try (var out = new BufferedWriter(new OutputStreamWriter(exchange.getResponseBody(), UTF_8))) {
      for (long id = 1; id <= orders && !again; id++) {
        String line =
            "{\"orderId\":%1$d,\"key\":\"0198c0de-0000-4000-8000-%1$012d\",\"amount\":%2$d,"
                .formatted(id, price(id));
        out.write(line + "\"kind\":\"charge\"}\n");
        out.write(cancelled(id) ? line + "\"kind\":\"refund\"}\n" : "");
      }
    }
  }

  private void totalOfOrders(HttpExchange exchange) throws IOException {
    long count = 0;
    for (long id = customer(exchange); id <= orders; id += CUSTOMERS) {
      count += id > 0 ? 1 : 0;
    }
    answer(exchange, "{\"page\":{\"totalElements\":" + count + "}}");
  }

  private void totalOfPoints(HttpExchange exchange) throws IOException {
    long balance = 0;
    long count = 0;
    for (long id = customer(exchange); id <= orders; id += CUSTOMERS) {
      balance += id > 0 ? points(id) : 0;
      count += id > 0 ? (cancelled(id) ? 2 : 1) : 0;
    }
    answer(exchange, "{\"balance\":%d,\"page\":{\"totalElements\":%d}}".formatted(balance, count));
  }

  private static long customer(HttpExchange exchange) {
    return Long.parseLong(query(exchange).getOrDefault("customerId", "c0").substring(1));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var query = new HashMap<String, String>();
    for (var pair : String.valueOf(exchange.getRequestURI().getQuery()).split("&", -1)) {
      var parts = pair.split("=", 2);
      query.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return query;
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
