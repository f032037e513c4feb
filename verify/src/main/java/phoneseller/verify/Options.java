package phoneseller.verify;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the command line says. */
record Options(Addresses shop, Settings settings, int most, boolean json, boolean help) {

  static final String HELP =
      """
      Usage: verify [OPTION...]

      Reads all of a shop, its payment provider's books and its topic, and checks what must hold
      of every order, also while the shop is at work.

        --acknowledged FILE   orders that clients were promised: one a line, its id first, or a
                              JSON object with id or orderId
        --within TIME         how long an order may still move, and a process be away, before it
                              counts: 60s unless told; 500ms, 90s, 2m
        --settled             every order must have come to an end
        --all                 every finding, not the first 20 of each kind
        --json                the report as JSON

      Any shop can be verified, wherever it is; this one unless told:

        --app http://localhost:8081     --store http://localhost:8085
        --pay http://localhost:8083     --reward http://localhost:8086
        --customer http://localhost:8084
        --bootstrap HOST:PORT           its broker; without it, the topic and the dead letters
                                        are not looked at

      Ends with 0: everything holds; 1: something is broken; 2: the shop cannot be read.
      """;

  private static final int FIRST = 20;
  private static final Set<String> SWITCHES = Set.of("settled", "all", "json", "help");
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "app", "http://localhost:8081",
          "pay", "http://localhost:8083",
          "store", "http://localhost:8085",
          "reward", "http://localhost:8086",
          "customer", "http://localhost:8084",
          "bootstrap", "",
          "within", "60s",
          "acknowledged", "");
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|)");

  static Options of(List<String> arguments) {
    var values = new HashMap<>(DEFAULTS);
    var switches = new ArrayList<String>();
    for (var words = arguments.iterator(); words.hasNext(); ) {
      String word = words.next();
      String name = word.equals("-h") ? "help" : word.replaceFirst("^--", "");
      if (SWITCHES.contains(name)) {
        switches.add(name);
      } else if (word.startsWith("--") && DEFAULTS.containsKey(name) && words.hasNext()) {
        values.put(name, words.next());
      } else {
        throw new CannotVerify("what is " + word + "? (--help)");
      }
    }
    return new Options(
        new Addresses(
            address(values, "app"),
            address(values, "pay"),
            address(values, "store"),
            address(values, "reward"),
            address(values, "customer"),
            values.getOrDefault("bootstrap", "")),
        new Settings(
            file(values.getOrDefault("acknowledged", "")),
            time(values.getOrDefault("within", "")),
            switches.contains("settled")),
        switches.contains("all") ? Integer.MAX_VALUE : FIRST,
        switches.contains("json"),
        switches.contains("help"));
  }

  /** What is not asked for. */
  Set<Invariant> unseen() {
    var unseen = EnumSet.noneOf(Invariant.class);
    if (!settings.settled()) {
      unseen.add(Invariant.SETTLED);
    }
    if (settings.acknowledged() == null) {
      unseen.add(Invariant.ACKNOWLEDGED);
    }
    if (shop.bootstrap().isBlank()) {
      unseen.add(Invariant.DEAD_LETTERS);
    }
    return unseen;
  }

  private static @Nullable Path file(String name) {
    return name.isEmpty() ? null : Path.of(name);
  }

  private static URI address(Map<String, String> values, String name) {
    String text = values.getOrDefault(name, "");
    try {
      var address = URI.create(text);
      if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new CannotVerify("--" + name + " takes an http address, not " + text, e);
    }
    throw new CannotVerify("--" + name + " takes an http address, not " + text);
  }

  private static Duration time(String text) {
    var match = TIME.matcher(text);
    if (!match.matches()) {
      throw new CannotVerify("--within takes a time such as 60s, not " + text);
    }
    long number = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
