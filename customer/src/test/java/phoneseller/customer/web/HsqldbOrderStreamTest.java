package phoneseller.customer.web;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.TestDatabase;

class HsqldbOrderStreamTest extends OrderStreamContract {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.HSQLDB.configure(properties);
  }
}
