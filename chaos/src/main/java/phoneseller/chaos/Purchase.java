package phoneseller.chaos;

import java.util.Map;
import java.util.Random;

/** An order of what is in no catalogue, so that it costs what is drawn, under its own key. */
record Purchase(String key, String customer, int qty, long price) {

  private static final int DECLINED = 402;
  private static final int REFUND_REFUSED = 403;
  private static final int LATE = 408;

  static Purchase draw(Random random, String key, String customer) {
    int dice = random.nextInt(100);
    long price =
        switch (dice) {
          case 0, 1 -> DECLINED;
          case 2 -> REFUND_REFUSED;
          case 3, 4 -> LATE;
          case 5 -> 0;
          default -> 1_000L * (1 + random.nextInt(2_000)) + random.nextInt(10);
        };
    return new Purchase(key, customer, 1 + random.nextInt(3), price);
  }

  Map<String, Object> body() {
    return Map.of("item", "a phone", "qty", qty, "price", price, "customerId", customer);
  }

  /** Its payment cannot be undone for good. */
  boolean refusesRefund() {
    return price == REFUND_REFUSED;
  }
}
