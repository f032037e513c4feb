package phoneseller.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final String HERE = "phoneseller.customer";
  private static final String BROKEN = "phoneseller.brokenview";

  @ParameterizedTest
  @MethodSource("names")
  void theRuleHolds(String name) {
    rule(HERE, name)
        .check(
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(HERE));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theRuleFailsWhereItIsBroken(String name) {
    var broken = new ClassFileImporter().importPackages(BROKEN);

    assertThat(rule(BROKEN, name).evaluate(broken).hasViolation()).isTrue();
  }

  static Stream<String> names() {
    return new ReadSideRules(HERE).byName().keySet().stream().sorted();
  }

  private static ArchRule rule(String root, String name) {
    return new ReadSideRules(root)
        .byName().entrySet().stream()
            .filter(rule -> rule.getKey().equals(name))
            .findFirst()
            .orElseThrow()
            .getValue();
  }
}
