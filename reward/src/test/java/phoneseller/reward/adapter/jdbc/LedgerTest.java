package phoneseller.reward.adapter.jdbc;

import org.junit.jupiter.api.Nested;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.reward.domain.InMemoryLedger;
import phoneseller.reward.domain.Ledger;
import phoneseller.testing.TestDatabase;

class LedgerTest {

  @Nested
  class InMemory extends LedgerContract {
    private final Ledger ledger = new InMemoryLedger();

    @Override
    Ledger ledger() {
      return ledger;
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

  abstract static class OnDatabase extends LedgerContract {
    private final Ledger ledger;

    OnDatabase(TestDatabase database) {
      ledger = new JdbcLedger(new JdbcTemplate(database.migrated()));
    }

    @Override
    Ledger ledger() {
      return ledger;
    }
  }
}
