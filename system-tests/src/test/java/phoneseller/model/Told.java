package phoneseller.model;

import java.util.List;

/**
 * An event as the topic has it.
 *
 * @param points of the ledger's events, else 0
 * @param entry of the ledger, else 0
 */
record Told(Kind kind, long points, long entry) {

  enum Kind {
    ORDERED,
    ORDER_CANCELLED,
    PAY_COMPLETED,
    PAY_CANCELLED,
    PAY_FAILED,
    SHIPPED,
    REWARD_COMPLETED,
    REWARD_CANCELLED;

    List<Service> readers() {
      return switch (this) {
        case ORDERED -> List.of(Service.STORE);
        case ORDER_CANCELLED -> List.of(Service.PAY, Service.STORE);
        case PAY_COMPLETED -> List.of(Service.APP, Service.STORE, Service.REWARD);
        case PAY_CANCELLED, PAY_FAILED, SHIPPED, REWARD_COMPLETED, REWARD_CANCELLED ->
            List.of(Service.APP);
      };
    }
  }

  static Told of(Kind kind) {
    return new Told(kind, 0, 0);
  }

  @Override
  public String toString() {
    return kind + (entry == 0 ? "" : " " + points);
  }
}
