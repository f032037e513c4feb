package phoneseller.store.adapter.jdbc;

import org.junit.jupiter.api.Nested;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.store.domain.InMemoryShipments;
import phoneseller.store.domain.Shipments;
import phoneseller.testing.TestDatabase;

class ShipmentsTest {

  @Nested
  class InMemory extends ShipmentsContract {
    private final Shipments shipments = new InMemoryShipments();

    @Override
    Shipments shipments() {
      return shipments;
    }
  }

  @Nested
  class OnH2 extends OnDatabase {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  @Nested
  class OnHsqldb extends OnDatabase {
    OnHsqldb() {
      super(TestDatabase.HSQLDB);
    }
  }

  @Nested
  class OnPostgresql extends OnDatabase {
    OnPostgresql() {
      super(TestDatabase.POSTGRESQL);
    }
  }

  abstract static class OnDatabase extends ShipmentsContract {
    private final Shipments shipments;

    OnDatabase(TestDatabase database) {
      shipments = new JdbcShipments(new JdbcTemplate(database.migrated()));
    }

    @Override
    Shipments shipments() {
      return shipments;
    }
  }
}
