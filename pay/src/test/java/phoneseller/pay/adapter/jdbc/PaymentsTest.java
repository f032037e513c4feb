package phoneseller.pay.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.pay.application.DuePayments;
import phoneseller.pay.application.InMemoryPayments;
import phoneseller.pay.application.PaymentPages;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus.Requested;
import phoneseller.pay.domain.Payments;
import phoneseller.pay.domain.Won;
import phoneseller.testing.TestDatabase;

class PaymentsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Charge CHARGE = new Charge(new UUID(0, 1), new Won(1_000));
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
    void howManyAreDueIsNothingToThoseThatAreTaken() {
      inTransaction(() -> {
        for (long order = 1; order <= 200; order++) {
          var waiting = new Payment(new OrderId(order), null, new Requested(CHARGE), 1, 0);
          payments().save(List.of(waiting), NOON.plusSeconds(order % 7));
        }
      });

      String plan =
          client
              .sql("explain analyze " + JdbcDuePayments.DUE.formatted(10))
              .param(Counterparty.PROVIDER.name())
              .param(NOON.plusSeconds(60).atOffset(ZoneOffset.UTC))
              .query(String.class)
              .single();

      assertThat(plan).containsPattern("scanCount: 1[01]\\b");
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
    final JdbcClient client;
    private final Payments payments;
    private final DuePayments due;
    private final PaymentPages pages;
    private final TransactionTemplate transaction;

    OnDatabase(TestDatabase database) {
      var source = MIGRATED.computeIfAbsent(database, TestDatabase::migrated);
      client = JdbcClient.create(source);
      new JdbcTemplate(source).update("delete from payment");
      payments = new JdbcPayments(client, new JdbcTemplate(source));
      transaction = new TransactionTemplate(new JdbcTransactionManager(source));
      pages = new JdbcPaymentPages(client);
      due = new JdbcDuePayments(client, new JdbcTemplate(source));
    }

    @Test
    void allAreReadPartByPartAfterAnId() {
      for (long order : List.of(7L, 2L, 11L)) {
        var never = Payment.neverRequested(new OrderId(order), null).payment();
        inTransaction(() -> payments.save(List.of(never), NOON));
      }

      assertThat(orders(0, 2)).containsExactly(2L, 7L);
      assertThat(orders(7, 2)).containsExactly(11L);
      assertThat(orders(11, 1000)).isEmpty();
    }

    private List<Long> orders(long after, int most) {
      return pages.after(after, most).stream().map(payment -> payment.order().value()).toList();
    }

    @Override
    Payments payments() {
      return payments;
    }

    @Override
    DuePayments duePayments() {
      return due;
    }

    @Override
    void inTransaction(Runnable work) {
      transaction.executeWithoutResult(_ -> work.run());
    }
  }
}
