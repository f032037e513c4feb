package phoneseller.chaos;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the command line says: {@code --name value}, or {@code --name} alone. */
public record Options(Map<String, String> values) {

  public static Options of(String... words) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < words.length; i++) {
      if (!words[i].startsWith("--")) {
        throw new IllegalArgumentException("not an option: " + words[i]);
      }
      boolean alone = i + 1 == words.length || words[i + 1].startsWith("--");
      values.put(words[i].substring(2), alone ? "" : words[++i]);
    }
    return new Options(Map.copyOf(values));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public long number(String name, long otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  public Path folder(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
