package phoneseller.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What every service knows of an order, and whether it all agrees. */
public final class Truth {

  private static final Set<String> ENDS = Set.of("Shipped", "PayCancelled", "PayFailed");
  private static final Set<String> UNDONE = Set.of("Cancelled", "Returning", "Returned");
  private static final Set<String> UNSENT = Set.of("", "Ordered", "Cancelled");
  private final Client client;
  private final Duration patience;

  public Truth(Client client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  public JsonNode order(long id) {
    return get("app", "/orders/" + id);
  }

  public JsonNode payment(long order) {
    return get("pay", "/payments/search/findByOrderId?orderId=" + order);
  }

  public JsonNode view(long order) {
    return get("customer", "/customers/search/findByOrderId?orderId=" + order)
        .path("_embedded")
        .path("customers")
        .path(0);
  }

  public List<Long> points(long order) {
    var entries =
        get("reward", "/rewards/search/findByOrderId?orderId=" + order)
            .path("_embedded")
            .path("rewards");
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.path("point").asLong())
        .toList();
  }

  public String shipment(long order) {
    return get("store", "/storeManages/search/findByOrderId?orderId=" + order)
        .path("_embedded")
        .path("storeManages")
        .path(0)
        .path("process")
        .asString("");
  }

  /** Waits until each order has reached its end in every service, and checks that they agree. */
  public void awaitAgreement(Collection<Long> orders) {
    for (long id : orders) {
      long deadline = System.nanoTime() + patience.toNanos();
      for (var wrong = objections(id); !wrong.isEmpty(); wrong = objections(id)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("order " + id + ": " + String.join("; ", wrong));
        }
        Waiting.pause(Duration.ofMillis(200));
      }
    }
  }

  private List<String> objections(long id) {
    try {
      return disagreements(id);
    } catch (UncheckedIOException e) {
      return List.of(String.valueOf(e.getCause()));
    }
  }

  private List<String> disagreements(long id) {
    var wrong = new ArrayList<String>();
    var order = order(id);
    String status = order.path("status").asString("");
    long earned = order.path("price").asLong() / 10;
    expect(wrong, "order " + order + " has reached an end", ENDS.contains(status));
    var view = view(id);
    for (var field : List.of("item", "qty", "price", "status", "point", "customerId")) {
      expect(wrong, field + " of view " + view, view.path(field).equals(order.path(field)));
    }
    var points = points(id);
    long sum = points.stream().mapToLong(Long::longValue).sum();
    String payment = payment(id).path("process").asString("");
    String shipment = shipment(id);
    expect(wrong, "payment is " + payment, payment.equals(paymentAtEnd(status)));
    switch (status) {
      case "Shipped" -> {
        expect(wrong, "shipment is " + shipment, shipment.equals("Shipped"));
        expect(wrong, "points are " + points, sum == earned);
        expect(wrong, "order " + order, order.path("point").asLong() == earned);
      }
      case "PayCancelled" -> {
        expect(wrong, "shipment is " + shipment, UNDONE.contains(shipment));
        expect(wrong, "points are " + points, sum == 0);
        expect(wrong, "order " + order, order.path("point").asLong() == 0);
      }
      default -> {
        expect(wrong, "shipment is " + shipment, UNSENT.contains(shipment));
        expect(wrong, "points are " + points, sum == 0);
      }
    }
    expect(wrong, "entries are " + points, points.size() <= 2);
    return wrong;
  }

  private static String paymentAtEnd(String status) {
    return status.equals("Shipped") ? "Payed" : status;
  }

  private static void expect(List<String> wrong, String what, boolean holds) {
    if (!holds) {
      wrong.add(what);
    }
  }

  private JsonNode get(String service, String path) {
    try {
      return client.get(service, path).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
