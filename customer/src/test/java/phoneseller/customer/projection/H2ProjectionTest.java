package phoneseller.customer.projection;

import phoneseller.testing.TestDatabase;

class H2ProjectionTest extends ProjectionContract {

  @Override
  String url() {
    return TestDatabase.H2.create().url();
  }
}
