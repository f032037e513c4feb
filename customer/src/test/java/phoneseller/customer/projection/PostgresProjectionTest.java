package phoneseller.customer.projection;

import phoneseller.testing.TestDatabase;

class PostgresProjectionTest extends ProjectionContract {

  @Override
  String url() {
    return TestDatabase.POSTGRESQL.create().url();
  }
}
