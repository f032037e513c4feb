package phoneseller.local;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Another door of a broker, which tells those who come through it to come again at the advertised
 * port: that of whatever stands between them and the broker.
 */
public record Listener(String name, int port, int advertisedPort) {

  private static final Pattern FORM = Pattern.compile("([A-Z]+)=(\\d+):(\\d+)");

  public Listener {
    if (!name.matches("[A-Z]+")) {
      throw new IllegalArgumentException("a listener's name is of capital letters, not " + name);
    }
  }

  /** Several as text, for the command line: {@code APP=port:advertisedPort,PAY=…}. */
  public static String text(List<Listener> listeners) {
    return String.join(",", listeners.stream().map(Listener::text).toList());
  }

  static List<Listener> parse(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(Listener::one).toList();
  }

  private static Listener one(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not NAME=port:advertisedPort: " + text);
    }
    return new Listener(
        parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
  }

  private String text() {
    return name + "=" + port + ":" + advertisedPort;
  }
}
