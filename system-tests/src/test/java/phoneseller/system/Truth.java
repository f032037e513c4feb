package phoneseller.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What every service knows of an order, and whether it all agrees. */
final class Truth {

  private static final Set<String> ENDS = Set.of("Shipped", "PayCancelled", "PayFailed");
  private final Client client;
  private final Duration patience;

  Truth(Client client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  JsonNode order(long id) {
    return get("app", "/orders/" + id);
  }

  JsonNode payment(long order) {
    return get("pay", "/payments/search/findByOrderId?orderId=" + order);
  }

  JsonNode view(long order) {
    return get("customer", "/customers/search/findByOrderId?orderId=" + order)
        .path("_embedded")
        .path("customers")
        .path(0);
  }

  List<Long> points(long order) {
    var entries =
        get("reward", "/rewards/search/findByOrderId?orderId=" + order)
            .path("_embedded")
            .path("rewards");
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.path("point").asLong())
        .toList();
  }

  String shipment(long order) {
    return get("store", "/storeManages/search/findByOrderId?orderId=" + order)
        .path("_embedded")
        .path("storeManages")
        .path(0)
        .path("process")
        .asString("");
  }

  /** Waits until each order has reached its end in every service, and checks that they agree. */
  void awaitAgreement(Collection<Long> orders) {
    for (long id : orders) {
      Awaitility.await("order " + id)
          .atMost(patience)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(200))
          .ignoreException(UncheckedIOException.class)
          .untilAsserted(() -> agrees(id));
    }
  }

  private void agrees(long id) {
    var order = order(id);
    String status = order.path("status").asString("");
    long earned = order.path("price").asLong() / 10;
    assertThat(ENDS).as("order %s", order).contains(status);
    var view = view(id);
    for (var field : List.of("item", "qty", "price", "status", "point", "customerId")) {
      assertThat(view.path(field)).as("%s of view %s", field, view).isEqualTo(order.path(field));
    }
    long sum = points(id).stream().mapToLong(Long::longValue).sum();
    String payment = payment(id).path("process").asString("");
    switch (status) {
      case "Shipped" -> {
        assertThat(payment).isEqualTo("Payed");
        assertThat(shipment(id)).isEqualTo("Shipped");
        assertThat(sum).isEqualTo(earned);
        assertThat(order.path("point").asLong()).isEqualTo(earned);
      }
      case "PayCancelled" -> {
        assertThat(payment).isEqualTo("PayCancelled");
        assertThat(shipment(id)).isIn("Cancelled", "Returning");
        assertThat(sum).isZero();
        assertThat(order.path("point").asLong()).isZero();
      }
      default -> {
        assertThat(payment).isEqualTo("PayFailed");
        assertThat(shipment(id)).isNotIn("Shipped", "Returning");
        assertThat(sum).isZero();
      }
    }
    assertThat(points(id)).as("entries of %s", id).hasSizeLessThanOrEqualTo(2);
  }

  private JsonNode get(String service, String path) {
    try {
      return client.get(service, path).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
