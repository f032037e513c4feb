package phoneseller.customer.web;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.TestDatabase;

class H2CustomersTest extends CustomersContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.H2.create().url();
    properties.add("spring.datasource.url", () -> url);
  }
}
