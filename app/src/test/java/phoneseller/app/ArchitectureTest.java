package phoneseller.app;

import org.junit.jupiter.api.Test;
import phoneseller.testing.ServiceRules;

class ArchitectureTest {

  @Test
  void theRulesOfDependencyHold() {
    new ServiceRules("phoneseller.app").check();
  }
}
