package phoneseller.app;

import org.junit.jupiter.api.Test;
import phoneseller.architecture.ServiceRules;

class ArchitectureTest {

  @Test
  void theRulesOfDependencyHold() {
    new ServiceRules("phoneseller.app").check();
  }
}
