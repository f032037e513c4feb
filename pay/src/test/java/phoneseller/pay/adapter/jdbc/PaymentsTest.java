package phoneseller.pay.adapter.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import phoneseller.pay.application.DuePayments;
import phoneseller.pay.application.InMemoryPayments;
import phoneseller.pay.domain.Payments;
import phoneseller.testing.TestDatabase;

class PaymentsTest {

  private static final Map<TestDatabase, DataSource> MIGRATED = new ConcurrentHashMap<>();

  @Nested
  class InMemory extends PaymentsContract {
    private final InMemoryPayments payments = new InMemoryPayments();

    @Override
    Payments payments() {
      return payments;
    }

    @Override
    DuePayments duePayments() {
      return payments;
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

  abstract static class OnDatabase extends PaymentsContract {
    private final Payments payments;
    private final DuePayments due;

    OnDatabase(TestDatabase database) {
      var source = MIGRATED.computeIfAbsent(database, TestDatabase::migrated);
      new JdbcTemplate(source).update("delete from payment");
      payments = new JdbcPayments(JdbcClient.create(source), new JdbcTemplate(source));
      due = new JdbcDuePayments(JdbcClient.create(source));
    }

    @Override
    Payments payments() {
      return payments;
    }

    @Override
    DuePayments duePayments() {
      return due;
    }
  }
}
