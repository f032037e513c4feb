package phoneseller.pay;

import org.junit.jupiter.api.Test;
import phoneseller.testing.ServiceRules;

class ArchitectureTest {

  @Test
  void dependenciesPointInward() {
    new ServiceRules("phoneseller.pay").check();
  }
}
