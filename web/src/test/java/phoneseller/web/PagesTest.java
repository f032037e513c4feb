package phoneseller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages stand a strict Content-Security-Policy, need nothing from another host, and stay small.
 */
class PagesTest {

  private static final int LARGEST_SCRIPT = 100_000;

  private final Site site = Site.built();

  @Test
  void noPageHasScriptOrStyleOfItsOwn() {
    for (var page : site.files(".html")) {
      var html = site.text(page);
      assertThat(html).as(page).doesNotContain("<style").doesNotContain("javascript:");
      assertThat(html).as(page).doesNotContainPattern("<[^>]+\\s(on\\w+|style)\\s*=");
      assertThat(html).as(page).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    }
  }

  @Test
  void noScriptMakesMarkupOfText() {
    for (var script : site.files(".js")) {
      assertThat(site.text(script))
          .as(script)
          .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write")
          .doesNotContainPattern("\\beval\\(|new Function|srcdoc")
          .doesNotContainPattern("\\bstyle:|\"style\"");
    }
  }

  @Test
  void nothingComesFromAnotherHost() {
    for (var ending : List.of(".html", ".js", ".css", ".svg")) {
      for (var file : site.files(ending)) {
        var text =
            site.text(file).replaceAll("\"http://www\\.w3\\.org/(2000/svg|1999/xlink)\"", "");
        assertThat(text).as(file).doesNotContainPattern("https?:|[\"'(]//|@import");
      }
    }
  }

  @Test
  void noPictureHasScriptOrStyleOfItsOwn() {
    for (var picture : site.files(".svg")) {
      assertThat(site.text(picture))
          .as(picture)
          .doesNotContain("<script", "<style", "<foreignObject", " style=", "<!ENTITY")
          .doesNotContainPattern("\\son\\w+=");
    }
  }

  @Test
  void whateverIsLinkedOrImportedIsThere() {
    for (var page : site.files(".html")) {
      assertThat(Site.found("(?:href|src)=\"(/[^\"#?]*)", site.text(page)))
          .as(page)
          .isNotEmpty()
          .allMatch(site::has);
    }
    for (var script : site.files(".js")) {
      assertThat(addresses(script)).as(script).allMatch(site::has);
    }
    for (var sheet : site.files(".css")) {
      assertThat(Site.found("url\\(\"?(/[^\")]*)", site.text(sheet))).allMatch(site::has);
    }
  }

  @Test
  void everyNameThatIsImportedIsExported() {
    for (var script : site.files(".js")) {
      Pattern.compile("import \\{([^}]+)\\} from \"([^\"]+)\"")
          .matcher(site.text(script))
          .results()
          .forEach(match ->
              assertThat(Site.found("(\\w+)(?: as \\w+)?", match.group(1)))
                  .as("%s imports from %s", script, match.group(2))
                  .isNotEmpty()
                  .isSubsetOf(exports(resolved(script, match.group(2)))));
    }
  }

  @Test
  void allScriptTogetherIsSmall() {
    var scripts = site.files(".js");
    assertThat(scripts).isNotEmpty();
    assertThat(scripts.stream().mapToInt(site::compressed).sum()).isLessThan(LARGEST_SCRIPT);
  }

  @Test
  void everyPageHasItsLandmarksAndOneHeading() {
    for (var page : site.files(".html")) {
      var html = site.text(page);
      assertThat(html).as(page).startsWith("<!doctype html>\n<html lang=\"ko\">");
      for (var part :
          List.of("<header ", "<main ", "<footer ", "class=\"skip\"", "<h1", "<title")) {
        assertThat(html.split(part, -1)).as("%s once in %s", part, page).hasSize(2);
      }
    }
  }

  /** What a script imports, and the pages and pictures that it names. */
  private Stream<String> addresses(String script) {
    var text = site.text(script);
    var imports =
        Site.found("(?:from|import)\\s*\\(?\\s*\"(\\.[^\"]+)\"", text)
            .map(address -> resolved(script, address));
    var named = Site.found("[\"`](/(?:assets/[^\"`$]+|\\w+\\.html))", text);
    return Stream.concat(imports, named);
  }

  private List<String> exports(String script) {
    return Site.found("(?m)^export (?:async )?(?:function|const|class) (\\w+)", site.text(script))
        .toList();
  }

  private static String resolved(String script, String address) {
    return URI.create(script).resolve(address).getPath();
  }
}
