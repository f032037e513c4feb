package phoneseller.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on security names tests, and each of them exists; so does all else that it links to. */
class SecurityPageTest {

  private static final Path DOCS = Path.of("../docs");
  private static final Pattern TEST = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+)\\)");
  private static final Pattern LINK = Pattern.compile("]\\((?!#)([^)#]+)[^)]*\\)");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    var tests = found(TEST);

    assertThat(tests).hasSizeGreaterThan(30);
    for (var test : tests) {
      assertThat(test.group(3)).as("where %s is", test.group(1)).endsWith(test.group(1) + ".java");
      assertThat(Files.readString(DOCS.resolve(test.group(3))))
          .as("%s has %s", test.group(1), test.group(2))
          .containsPattern("(void|Stream<DynamicTest>) " + test.group(2) + "\\(");
    }
  }

  @Test
  void whateverItLinksToIsThere() throws IOException {
    assertThat(found(LINK))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(DOCS.resolve(link.group(1))).exists());
  }

  private static List<MatchResult> found(Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(DOCS.resolve("security.md"))).results().toList();
  }
}
