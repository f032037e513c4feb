package phoneseller.customer.view;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an order stands, as its customer is told; counted in a column of the totals. */
public enum OrderStatus {
  ORDERED("Ordered", "ordered", Step.ORDERED),
  PAYED("Payed", "payed", Step.PAY_COMPLETED),
  SHIPPED("Shipped", "shipped", Step.SHIPPED),
  ORDER_CANCELLED("OrderCancelled", "order_cancelled", Step.ORDER_CANCELLED),
  PAY_CANCELLED("PayCancelled", "pay_cancelled", Step.PAY_CANCELLED),
  PAY_FAILED("PayFailed", "pay_failed", Step.PAY_FAILED);

  private final String wire;
  private final String column;
  private final Step step;

  OrderStatus(String wire, String column, Step step) {
    this.wire = wire;
    this.column = column;
    this.step = step;
  }

  /** As the contract spells it. */
  public String wire() {
    return wire;
  }

  /** Of the totals. */
  public String column() {
    return column;
  }

  /** The step that leads to it. */
  public Step step() {
    return step;
  }

  public static Optional<OrderStatus> of(String wire) {
    return Stream.of(values()).filter(status -> status.wire.equals(wire)).findFirst();
  }

  /** The words of the contract, for people. */
  public static String all() {
    return Stream.of(values()).map(OrderStatus::wire).collect(Collectors.joining(", "));
  }
}
