package phoneseller.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One event of each type exactly as it stands on the wire. Its publisher's test writes it, its
 * consumers' tests read it, so that neither can drift away from the other.
 */
public final class GoldenEvents {

  private GoldenEvents() {}

  /** The names of all types of events. */
  public static List<String> types() {
    return Arrays.stream(ShopEvent.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .toList();
  }

  /** The value of a record of this type, as in {@code json("Ordered")}. */
  public static String json(String type) {
    try (var file = GoldenEvents.class.getResourceAsStream("/events/" + type + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException("no golden event of type " + type);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
