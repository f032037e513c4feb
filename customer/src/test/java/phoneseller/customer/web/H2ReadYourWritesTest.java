package phoneseller.customer.web;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.TestDatabase;

class H2ReadYourWritesTest extends ReadYourWritesContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
  }
}
