package phoneseller.customer.projection;

import phoneseller.customer.Databases;

class PostgresProjectionTest extends ProjectionContract {

  @Override
  String url() {
    return Databases.postgres();
  }
}
