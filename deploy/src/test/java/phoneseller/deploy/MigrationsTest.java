package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A migration only adds, so that the version before runs beside the new one on the same tables.
 * What no version uses any more may go, in a file whose name says so: {@code V7__contract_….sql}.
 */
class MigrationsTest {

  private static final Pattern BREAKING =
      Pattern.compile(
          "\\bdrop\\b|\\brename\\b|\\btruncate\\b|\\bdelete\\s+from\\b|\\balter\\s+column\\b"
              + "|\\bset\\s+not\\s+null\\b|\\badd\\s+(constraint|unique|primary|foreign|check)\\b");
  private static final Pattern NEEDS_A_VALUE =
      Pattern.compile("\\badd\\s+column\\b(?!.*\\bdefault\\b).*\\bnot\\s+null\\b");

  @Test
  void everyMigrationOnlyAdds() throws IOException {
    var files = migrations();

    assertThat(files).hasSizeGreaterThan(8);
    for (Path file : files) {
      assertThat(breaking(Files.readString(file))).as(file.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table orders drop column item",
        "alter table orders rename column item to phone",
        "alter table orders alter column item varchar(20)",
        "alter table orders add column gift varchar(20) not null",
        "alter table orders add constraint positive check (qty > 0)",
        "delete from orders where qty = 0"
      })
  void whatAnOlderVersionWouldStumbleOverIsFound(String statement) {
    assertThat(breaking("create table x (id bigint not null);\n" + statement + ";")).hasSize(1);
  }

  private static List<String> breaking(String sql) {
    var found = new ArrayList<String>();
    for (var statement : sql.replaceAll("(?m)--.*$", "").split(";", -1)) {
      var words = statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      if (BREAKING.matcher(words).find() || NEEDS_A_VALUE.matcher(words).find()) {
        found.add(words);
      }
    }
    return found;
  }

  private static List<Path> migrations() throws IOException {
    try (var modules = Files.list(Path.of(".."))) {
      var files = new ArrayList<Path>();
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        var folder = module.resolve("src/main/resources/db");
        if (Files.isDirectory(folder)) {
          try (var found = Files.walk(folder)) {
            found
                .filter(file -> file.toString().endsWith(".sql"))
                .filter(file -> !file.getFileName().toString().contains("__contract_"))
                .forEach(files::add);
          }
        }
      }
      return files;
    }
  }
}
