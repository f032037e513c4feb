package phoneseller.customer.projection;

import phoneseller.testing.TestDatabase;

class PostgresMigrationTest extends MigrationContract {

  @Override
  TestDatabase engine() {
    return TestDatabase.POSTGRESQL;
  }
}
