package phoneseller.customer.web;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.customer.Databases;

class H2CustomersTest extends CustomersContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = Databases.h2();
    properties.add("spring.datasource.url", () -> url);
  }
}
