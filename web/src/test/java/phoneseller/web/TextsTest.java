package phoneseller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the pages say, they say it in Korean and in English. */
class TextsTest {

  private static final Pattern TEXT =
      Pattern.compile("(?m)^\\s*\"([^\"]+)\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\",$");

  private final Site site = Site.built();

  @Test
  void everyLineOfTheTextsIsRead() {
    for (var file : site.files(".ko.js")) {
      long lines = site.text(file).lines().filter(line -> line.contains("\": \"")).count();
      assertThat(texts(file)).as(file).hasSize((int) lines).isNotEmpty();
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSameValuesToFillIn() {
    for (var korean : site.files(".ko.js")) {
      var english = texts(korean.replace(".ko.js", ".en.js"));
      var other = texts(korean);
      assertThat(english.keySet()).as(korean).isEqualTo(other.keySet());
      other.forEach((key, text) ->
          assertThat(values(english.getOrDefault(key, ""))).as(key).isEqualTo(values(text)));
    }
  }

  @Test
  void whatThePagesAskForExists() {
    var known = new TreeSet<String>();
    site.files(".ko.js").forEach(file -> known.addAll(texts(file).keySet()));
    for (var page : site.files(".html")) {
      assertThat(Site.found("data-t(?:-label)?=\"([^\"]+)\"", site.text(page)))
          .as(page)
          .isNotEmpty()
          .isSubsetOf(known);
    }
    for (var script : site.files(".js")) {
      assertThat(Site.found("\\bt\\(\"([^\"]+)\"", site.text(script))).as(script).isSubsetOf(known);
      assertThat(Site.found("\\bt\\(`([^`$]+)\\$", site.text(script)))
          .as("%s: beginnings of keys", script)
          .allMatch(beginning -> known.stream().anyMatch(key -> key.startsWith(beginning)));
    }
  }

  @Test
  void noTextIsEmptyAndNoEnglishOneIsKorean() {
    for (var file : site.files(".ko.js")) {
      assertThat(texts(file).values()).as(file).noneMatch(String::isBlank);
    }
    for (var file : site.files(".en.js")) {
      assertThat(texts(file).values()).as(file).noneMatch(TextsTest::korean);
    }
  }

  private Map<String, String> texts(String file) {
    var texts = new TreeMap<String, String>();
    TEXT.matcher(site.text(file))
        .results()
        .forEach(match ->
            assertThat(texts.put(match.group(1), match.group(2)))
                .as("%s has %s once", file, match.group(1))
                .isNull());
    return texts;
  }

  private static Set<String> values(String text) {
    return new TreeSet<>(Site.found("\\{(\\w+)\\}", text).toList());
  }

  private static boolean korean(String text) {
    return text.isBlank() || text.codePoints().anyMatch(c -> c >= 0xac00 && c <= 0xd7a3);
  }
}
