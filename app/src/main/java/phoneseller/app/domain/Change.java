package phoneseller.app.domain;

import java.util.List;

/** An order after a decision, and what the decision made happen. */
public record Change(Order order, boolean changed, List<OrderEvent> events) {

  static Change none(Order order) {
    return new Change(order, false, List.of());
  }

  static Change to(Order order, OrderEvent... events) {
    return new Change(order, true, List.of(events));
  }
}
