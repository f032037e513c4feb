package phoneseller.benchmark.bare;

/**
 * Where an order stands; a later one is never followed by an earlier one, however events arrive.
 */
enum Status {
  NONE(0, ""),
  ORDERED(1, "Ordered"),
  PAYED(2, "Payed"),
  SHIPPED(3, "Shipped"),
  ORDER_CANCELLED(4, "OrderCancelled"),
  PAY_CANCELLED(5, "PayCancelled");

  private final int step;
  private final String wire;

  Status(int step, String wire) {
    this.step = step;
    this.wire = wire;
  }

  int step() {
    return step;
  }

  String wire() {
    return wire;
  }

  static Status after(String event) {
    return switch (event) {
      case "Ordered" -> ORDERED;
      case "PayCompleted" -> PAYED;
      case "Shipped" -> SHIPPED;
      case "OrderCancelled" -> ORDER_CANCELLED;
      case "PayCancelled" -> PAY_CANCELLED;
      default -> NONE;
    };
  }
}
