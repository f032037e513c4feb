package phoneseller.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of access as it is published, read anew rather than by the code that enforces it. */
record AccessMatrix(Map<String, Map<String, String>> rules) {

  private static final String FILE = "/phoneseller/identity/access.txt";
  private static final List<String> ROLES =
      List.of("anyone", "guest", "customer", "dealer", "operator", "service");

  /** The cells by role, by endpoint such as {@code GET /orders/{id}}. */
  static AccessMatrix of(String service) {
    var rules = new LinkedHashMap<String, Map<String, String>>();
    for (var line : text().lines().filter(l -> l.startsWith(service + " ")).toList()) {
      var halves = line.split("\\|", -1);
      var endpoint = halves[0].strip().split("\\s+", -1);
      var cells = halves[1].strip().split("\\s+", -1);
      var rule = new LinkedHashMap<String, String>();
      for (int i = 0; i < cells.length; i++) {
        rule.put(ROLES.get(i), cells[i]);
      }
      rules.put(endpoint[1] + " " + endpoint[2], rule);
    }
    return new AccessMatrix(rules);
  }

  private static String text() {
    try (var in = AccessMatrix.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
