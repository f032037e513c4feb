package phoneseller.pay.adapter.provider;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of the sandbox provider's books, as JSON.
 *
 * @param order null for a refund whose charge the provider does not remember
 */
record Booking(@Nullable Long order, UUID key, long amount, Kind kind) {

  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"orderId\":(null|\\d{1,18}),\"key\":\"([0-9a-f-]{36})\","
              + "\"amount\":(\\d{1,18}),\"kind\":\"(charge|refund)\"}");

  enum Kind {
    CHARGE("charge"),
    REFUND("refund");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Without the end of the line. */
  String line() {
    return "{\"orderId\":%s,\"key\":\"%s\",\"amount\":%d,\"kind\":\"%s\"}"
        .formatted(order, key, amount, kind.word);
  }

  /** Nothing for a line that was never finished. */
  static Optional<Booking> read(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Booking(
            parts.group(1).equals("null") ? null : Long.valueOf(parts.group(1)),
            UUID.fromString(parts.group(2)),
            Long.parseLong(parts.group(3)),
            parts.group(4).equals("charge") ? Kind.CHARGE : Kind.REFUND));
  }
}
