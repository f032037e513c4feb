package phoneseller.pay.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.Payments;
import phoneseller.testing.TestDatabase;

class PaymentsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
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
    private final PaymentPages pages;
    private final TransactionTemplate transaction;

    OnDatabase(TestDatabase database) {
      var source = MIGRATED.computeIfAbsent(database, TestDatabase::migrated);
      new JdbcTemplate(source).update("delete from payment");
      payments = new JdbcPayments(JdbcClient.create(source), new JdbcTemplate(source));
      transaction = new TransactionTemplate(new JdbcTransactionManager(source));
      pages = new JdbcPaymentPages(JdbcClient.create(source));
      due = new JdbcDuePayments(JdbcClient.create(source));
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
