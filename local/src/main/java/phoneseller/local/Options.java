package phoneseller.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the command line says, as pairs of {@code --name value}. */
record Options(Map<String, String> values) {

  static Options of(String... words) {
    if (words.length % 2 != 0) {
      throw new IllegalArgumentException("every option needs a value: " + String.join(" ", words));
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      if (!words[i].startsWith("--")) {
        throw new IllegalArgumentException("not an option: " + words[i]);
      }
      values.put(words[i].substring(2), words[i + 1]);
    }
    return new Options(Map.copyOf(values));
  }

  int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  Path folder(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
