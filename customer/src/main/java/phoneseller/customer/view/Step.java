package phoneseller.customer.view;

/** What can happen to an order, in the order in which it makes sense when the clocks are equal. */
public enum Step {
  ORDERED(10, "Ordered"),
  PAY_COMPLETED(20, "PayCompleted"),
  PAY_FAILED(30, "PayFailed"),
  SHIPPED(40, "Shipped"),
  REWARD_COMPLETED(50, "RewardCompleted"),
  ORDER_CANCELLED(60, "OrderCancelled"),
  REWARD_CANCELLED(70, "RewardCancelled"),
  PAY_CANCELLED(80, "PayCancelled");

  private final int rank;
  private final String event;

  Step(int rank, String event) {
    this.rank = rank;
    this.event = event;
  }

  /** Grows from step to step; stored, and so never changed. */
  public int rank() {
    return rank;
  }

  /** The type of the event that tells of it. */
  public String event() {
    return event;
  }

  public static Step of(String event) {
    for (Step step : values()) {
      if (step.event.equals(event)) {
        return step;
      }
    }
    throw new IllegalArgumentException("not a step of an order: " + event);
  }
}
