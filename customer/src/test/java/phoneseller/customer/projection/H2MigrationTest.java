package phoneseller.customer.projection;

import phoneseller.testing.TestDatabase;

class H2MigrationTest extends MigrationContract {

  @Override
  TestDatabase engine() {
    return TestDatabase.H2;
  }
}
