package phoneseller.customer.projection;

import phoneseller.testing.TestDatabase;

class HsqldbMigrationTest extends MigrationContract {

  @Override
  TestDatabase engine() {
    return TestDatabase.HSQLDB;
  }
}
