package phoneseller.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRulesTest {

  private static final ServiceRules RULES = new ServiceRules("phoneseller.broken");
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("phoneseller.broken");

  @ParameterizedTest
  @CsvSource({
    "domain is pure, ImpureDomain",
    "application knows the domain, WideApplication",
    "adapters are private, PublicAdapter",
    "adapters are strangers, FriendlyAdapter",
    "services share little, SharingAdapter",
    "no call in a transaction, CallingInTransaction",
    "time enters as a parameter, AskingTheClock"
  })
  void aRuleFindsTheFixtureThatBreaksItAndNoOther(String rule, String culprit) {
    var broken = Objects.requireNonNull(RULES.rules(CLASSES).get(rule));

    var found = broken.evaluate(CLASSES).getFailureReport().getDetails();

    assertThat(found).isNotEmpty().allMatch(line -> line.contains(culprit));
  }

  @Test
  void everyRuleHasAFixture() {
    assertThat(RULES.rules(CLASSES))
        .allSatisfy((_, rule) -> assertThat(rule.evaluate(CLASSES).hasViolation()).isTrue());
    assertThat(Map.copyOf(RULES.rules(CLASSES))).hasSize(7);
  }
}
