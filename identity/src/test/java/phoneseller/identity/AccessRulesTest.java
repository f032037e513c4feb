package phoneseller.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

  private static final String LINE = "app GET /orders | - any own - any any\n";

  @Test
  void aRuleSaysHowFarARoleReaches() {
    var rule = AccessRules.parse("app", LINE).find("GET", "/orders").orElseThrow();

    assertThat(rule.reach(Set.of(Role.CUSTOMER))).isEqualTo(Reach.OWN);
    assertThat(rule.reach(Set.of(Role.DEALER))).isEqualTo(Reach.NONE);
    assertThat(rule.reach(Set.of(Role.CUSTOMER, Role.OPERATOR))).isEqualTo(Reach.ANY);
    assertThat(rule.reach(Set.of())).isEqualTo(Reach.NONE);
  }

  @Test
  void aMethodsOwnLineCountsForMoreThanThatOfEveryMethod() {
    var rules =
        AccessRules.parse(
            "app",
            """
            app *   /x | any any any any any any
            app PUT /x | -   -   -   -   -   -
            """);

    assertThat(rules.find("GET", "/x").orElseThrow().reach(Set.of())).isEqualTo(Reach.ANY);
    assertThat(rules.find("PUT", "/x").orElseThrow().reach(Set.of())).isEqualTo(Reach.NONE);
  }

  @Test
  void whatIsForAnyoneIsForWhoeverHasNoRole() {
    var rules = AccessRules.parse("app", "app GET /phones | any - - - - -\n");

    assertThat(rules.find("GET", "/phones").orElseThrow().reach(Set.of())).isEqualTo(Reach.ANY);
  }

  @Test
  void theRulesOfOtherServicesAreTheirs() {
    var rules = AccessRules.parse("app", "# a comment\n\n" + LINE + LINE.replace("app", "pay"));

    assertThat(rules.all()).hasSize(1);
    assertThat(rules.find("POST", "/orders")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app GET /orders - any own - any any",
        "app GET /orders | - any own - any",
        "app GET /orders | - any mine - any any",
        LINE + LINE
      })
  void aFileThatCannotBeMeantSoIsRefusedWithItsLine(String text) {
    assertThatThrownBy(() -> AccessRules.parse("app", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("access.txt, line ");
  }
}
