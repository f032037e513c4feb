package phoneseller.login;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A page with named slots such as {@code {title}}. What fills them is HTML already. */
record Template(String text) {

  private static final Pattern SLOT = Pattern.compile("\\{([a-z-]+)}");

  static Template of(String file) {
    return new Template(text(file));
  }

  String with(Map<String, String> slots) {
    return SLOT.matcher(text)
        .replaceAll(slot ->
            Matcher.quoteReplacement(
                Objects.requireNonNull(slots.get(slot.group(1)), slot.group(1))));
  }

  static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  static String text(String file) {
    try (var in = Template.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  static Map<String, String> texts(String file) {
    try {
      var texts = new Properties();
      texts.load(new StringReader(text(file)));
      return texts.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(name -> name, texts::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
