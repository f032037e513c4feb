package phoneseller.customer.web;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.TestDatabase;

class HsqldbCustomersTest extends CustomersContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.HSQLDB.create().url();
    properties.add("spring.datasource.url", () -> url);
  }
}
