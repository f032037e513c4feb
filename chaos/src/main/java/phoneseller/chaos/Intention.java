package phoneseller.chaos;

import java.time.Duration;
import java.util.Random;

/** What a customer wants with an order that is placed. */
record Intention(Way way, Duration after, int times) {

  enum Way {
    KEEP,
    CANCEL,
    CANCEL_PAYMENT
  }

  static Intention draw(Random random) {
    int dice = random.nextInt(100);
    int times = random.nextInt(4) == 0 ? 2 : 1;
    var later = Duration.ofMillis(random.nextInt(4_000));
    if (dice < 12) {
      return new Intention(Way.CANCEL, Duration.ZERO, times);
    }
    if (dice < 26) {
      return new Intention(Way.CANCEL, later, times);
    }
    if (dice < 32) {
      return new Intention(Way.CANCEL_PAYMENT, later, times);
    }
    return new Intention(Way.KEEP, Duration.ZERO, 0);
  }
}
