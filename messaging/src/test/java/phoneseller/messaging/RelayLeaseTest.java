package phoneseller.messaging;

import org.junit.jupiter.api.Nested;

class RelayLeaseTest {

  @Nested
  class OnH2 extends RelayLeaseContract {
    OnH2() {
      super(Database.H2);
    }
  }

  @Nested
  class OnHsqldb extends RelayLeaseContract {
    OnHsqldb() {
      super(Database.HSQLDB);
    }
  }

  @Nested
  class OnPostgres extends RelayLeaseContract {
    OnPostgres() {
      super(Database.POSTGRESQL);
    }
  }
}
