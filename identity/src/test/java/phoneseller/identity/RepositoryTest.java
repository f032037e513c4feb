package phoneseller.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import phoneseller.http.CardNumber;

/** The files of the whole repository hold no key, no token, no password and no card's number. */
class RepositoryTest {

  private static final Path ROOT = Path.of("..");
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", ".phoneseller", ".idea", "node_modules");
  private static final Set<String> PICTURES = Set.of("png", "jpg", "ico", "woff2", "jar");
  private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]{8,}");
  private static final Pattern CLOUD_KEY =
      Pattern.compile("\\b(?:AKIA[0-9A-Z]{16}|ghp_\\w{36}|AccountKey=[\\w+/]{20,})");

  /** A value with a digit in a settings file, and no reference to where it comes from. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?im)^[ \\t]*[\\w.-]*(?:password|secret|credential|api-?key|token)[ \\t]*[:=][ \\t]*"
              + "(?![\"']{2})[\"']?(?![\"'$\\s#])(?=\\S*\\d)[^\\s\"'#]{4,}");

  @Test
  void noFileHoldsASecret() throws IOException {
    var files = files();

    assertThat(files).hasSizeGreaterThan(500);
    for (Path file : files) {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(isSecret(text, isSettings(file))).as(file.toString()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN RSA PRIVATE_ KEY-----",
        "token: ey_JhbGciOiJub25l.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl",
        "AKIA_ABCDEFGHIJKLMNOP",
        "  password: hunter2_hunter2",
        "service.secret = 's3cr3t_value'",
        "4111 1111_ 1111 1111"
      })
  void aSecretWouldBeFound(String halves) {
    assertThat(isSecret(halves.replaceFirst("_", ""), true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: \"\"",
        "service-credential: ${PHONESELLER_SERVICE_CREDENTIAL}",
        "service-tokens: required",
        "the password is printed"
      })
  void whatSaysWhereASecretComesFromIsNone(String text) {
    assertThat(isSecret(text, true)).isFalse();
  }

  private static boolean isSecret(String text, boolean settings) {
    return KEY.matcher(text).find()
        || TOKEN.matcher(text).find()
        || CLOUD_KEY.matcher(text).find()
        || (settings && SETTING.matcher(text).find())
        || text.lines().anyMatch(CardNumber::isIn);
  }

  private static boolean isSettings(Path file) {
    return file.toString().matches(".*\\.(ya?ml|properties|env|conf)");
  }

  private static List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = file.getFileName().toString();
            if (attributes.isRegularFile()
                && !PICTURES.contains(name.substring(name.lastIndexOf('.') + 1))) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
