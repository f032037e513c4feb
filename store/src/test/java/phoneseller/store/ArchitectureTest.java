package phoneseller.store;

import org.junit.jupiter.api.Test;
import phoneseller.testing.ServiceRules;

class ArchitectureTest {

  @Test
  void theRulesOfDependencyHold() {
    new ServiceRules("phoneseller.store").check();
  }
}
