package phoneseller.customer.projection;

import phoneseller.customer.Databases;

class HsqldbProjectionTest extends ProjectionContract {

  @Override
  String url() {
    return Databases.hsqldb();
  }
}
