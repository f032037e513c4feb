package phoneseller.customer.projection;

import phoneseller.testing.TestDatabase;

class HsqldbProjectionTest extends ProjectionContract {

  @Override
  String url() {
    return TestDatabase.HSQLDB.create().url();
  }
}
