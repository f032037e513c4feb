package phoneseller.app.adapter.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import phoneseller.http.CardNumber;
import phoneseller.http.Unacceptable;

/** The header by which a client marks a request that it may repeat. */
final class IdempotencyKey {

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private IdempotencyKey() {}

  static @Nullable String checked(@Nullable String key) {
    if (key != null && !VISIBLE.matcher(key).matches()) {
      throw new Unacceptable("Idempotency-Key", "is not 1 to 255 visible ASCII characters");
    }
    return key == null ? null : CardNumber.refused("Idempotency-Key", key);
  }
}
