package phoneseller.reward;

import org.junit.jupiter.api.Test;
import phoneseller.testing.ServiceRules;

class ArchitectureTest {

  @Test
  void theRulesOfDependencyHold() {
    new ServiceRules("phoneseller.reward").check();
  }
}
