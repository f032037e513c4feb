package phoneseller.app.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.app.InMemoryShop;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderFact.PaymentMade;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.UnpaidOrders;
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
    UnpaidOrders unpaid() {
      return shop;
    }

    @Override
    IdempotencyKeys keys() {
      return shop;
    }

    @Override
    void inTransaction(Runnable work) {
      work.run();
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
        save(place(PHONE).cancel().order());
      }
      place(PHONE);

      String plan =
          client
              .sql("explain analyze " + JdbcUnpaidOrders.DUE.formatted(10))
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
    private final JdbcUnpaidOrders unpaid;
    private final JdbcIdempotencyKeys keys;
    private final TransactionTemplate transaction;

    OnDatabase(TestDatabase database) {
      DataSource source = database.migrated();
      client = JdbcClient.create(source);
      orders = new JdbcOrders(client, new JdbcTemplate(source));
      unpaid = new JdbcUnpaidOrders(client, new JdbcTemplate(source));
      keys = new JdbcIdempotencyKeys(client, new CommitsUnderWay());
      transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Test
    void twoChangesOfAnOrderInOneTransactionAreRefused() {
      var order = place(PHONE);

      assertThatThrownBy(() -> save(order.learn(new PaymentMade()).order(), order.cancel().order()))
          .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void whoeverChangesTheSameOrdersNeverWaitsInACircle() throws Exception {
      var one = place(PHONE);
      var other = place(GIFT);
      var bothHaveBegun = new CyclicBarrier(2);

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var forth = threads.submit(() -> cancelInTurn(bothHaveBegun, one, other));
        var back = threads.submit(() -> cancelInTurn(bothHaveBegun, other, one));

        assertThat(List.of(forth.get(), back.get())).containsExactlyInAnyOrder("first", "too late");
      }
    }

    private String cancelInTurn(CyclicBarrier bothHaveBegun, Order first, Order second) {
      try {
        inTransaction(() -> {
          orders().save(List.of(first.cancel().order()));
          try {
            bothHaveBegun.await(5, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          orders().save(List.of(second.cancel().order()));
        });
        return "first";
      } catch (OptimisticLockingFailureException e) {
        return "too late";
      }
    }

    @Override
    Orders orders() {
      return orders;
    }

    @Override
    UnpaidOrders unpaid() {
      return unpaid;
    }

    @Override
    IdempotencyKeys keys() {
      return keys;
    }

    @Override
    void inTransaction(Runnable work) {
      transaction.executeWithoutResult(_ -> work.run());
    }
  }
}
