package phoneseller.verify;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a shop.
 *
 * @param acknowledged the orders that clients were promised, one a line; null: none are known
 * @param within how long an order may still move, and a process be away, before it counts
 * @param settled whether every order must have come to an end
 */
public record Settings(@Nullable Path acknowledged, Duration within, boolean settled) {

  public Settings {
    if (within.isNegative()) {
      throw new IllegalArgumentException("within is below 0");
    }
  }
}
