package phoneseller.pay;

import org.junit.jupiter.api.Test;
import phoneseller.architecture.ServiceRules;

class ArchitectureTest {

  @Test
  void dependenciesPointInward() {
    new ServiceRules("phoneseller.pay").check();
  }
}
