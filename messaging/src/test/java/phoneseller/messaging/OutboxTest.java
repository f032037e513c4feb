package phoneseller.messaging;

import org.junit.jupiter.api.Nested;

class OutboxTest {

  @Nested
  class OnH2 extends OutboxContract {
    OnH2() {
      super(Database.H2);
    }
  }

  @Nested
  class OnHsqldb extends OutboxContract {
    OnHsqldb() {
      super(Database.HSQLDB);
    }
  }

  @Nested
  class OnPostgres extends OutboxContract {
    OnPostgres() {
      super(Database.POSTGRESQL);
    }
  }
}
