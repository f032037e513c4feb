package phoneseller.app.adapter.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import phoneseller.app.InMemoryShop;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.Orders;
import phoneseller.messaging.CommitsUnderWay;
import phoneseller.testing.TestDatabase;

class OrdersTest {

  @Nested
  class InMemory extends OrdersContract {
    private final InMemoryShop shop = new InMemoryShop();

    @Override
    Orders orders() {
      return shop;
    }

    @Override
    IdempotencyKeys keys() {
      return shop;
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

  abstract static class OnDatabase extends OrdersContract {
    private final JdbcOrders orders;
    private final JdbcIdempotencyKeys keys;

    OnDatabase(TestDatabase database) {
      DataSource source = database.migrated();
      orders = new JdbcOrders(JdbcClient.create(source), new JdbcTemplate(source));
      keys = new JdbcIdempotencyKeys(JdbcClient.create(source), new CommitsUnderWay());
    }

    @Override
    Orders orders() {
      return orders;
    }

    @Override
    IdempotencyKeys keys() {
      return keys;
    }
  }
}
