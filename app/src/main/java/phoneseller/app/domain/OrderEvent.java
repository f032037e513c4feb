package phoneseller.app.domain;

/** What an order's own decisions make happen. */
public sealed interface OrderEvent {

  Order order();

  record OrderPlaced(Order order) implements OrderEvent {}

  record OrderWasCancelled(Order order) implements OrderEvent {}
}
