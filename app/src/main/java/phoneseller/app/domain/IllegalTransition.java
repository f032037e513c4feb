package phoneseller.app.domain;

import java.util.List;

/** The order's state does not allow what was asked. */
public final class IllegalTransition extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final transient Order order;

  IllegalTransition(Order order, String action) {
    super("Order " + order.id() + " cannot " + action + " any more.");
    this.order = order;
  }

  public OrderStatus status() {
    return order.status();
  }

  /** The commands that the state does allow. */
  public List<String> allowed() {
    return List.of();
  }
}
