package phoneseller.customer.web;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.TestDatabase;

class PostgresCustomersTest extends CustomersContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.POSTGRESQL.create().url();
    properties.add("spring.datasource.url", () -> url);
  }
}
