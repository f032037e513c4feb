package phoneseller.customer.web;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.customer.Databases;

class HsqldbCustomersTest extends CustomersContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = Databases.hsqldb();
    properties.add("spring.datasource.url", () -> url);
  }
}
