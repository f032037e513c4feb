package phoneseller.customer.projection;

import phoneseller.customer.Databases;

class H2ProjectionTest extends ProjectionContract {

  @Override
  String url() {
    return Databases.h2();
  }
}
