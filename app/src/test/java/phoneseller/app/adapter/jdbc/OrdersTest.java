package phoneseller.app.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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

    @Test
    void whatWaitsForNothingIsNotReadToFindWhatIsDue() {
      for (int i = 0; i < 100; i++) {
        orders().save(List.of(place(PHONE).cancel().order()));
      }
      place(PHONE);

      String plan =
          client
              .sql("explain analyze " + JdbcOrders.DUE.formatted(10))
              .param(Instant.EPOCH.atOffset(ZoneOffset.UTC))
              .param(NOON.plusSeconds(5).atOffset(ZoneOffset.UTC))
              .query(String.class)
              .single();

      assertThat(plan).containsPattern("scanCount: [12]\\b");
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
    final JdbcClient client;
    private final JdbcOrders orders;
    private final JdbcIdempotencyKeys keys;

    OnDatabase(TestDatabase database) {
      DataSource source = database.migrated();
      client = JdbcClient.create(source);
      orders = new JdbcOrders(client, new JdbcTemplate(source));
      keys = new JdbcIdempotencyKeys(client, new CommitsUnderWay());
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
