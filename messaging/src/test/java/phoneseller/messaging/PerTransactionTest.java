package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class PerTransactionTest {

  private final HikariDataSource database = Database.H2.create();
  private final TransactionTemplate transaction = transaction();
  private final List<String> log = new ArrayList<>();
  private final PerTransaction<List<String>> events =
      PerTransaction.told(ArrayList::new, words -> log.add("events " + words), () -> log.add("!"));
  private final PerTransaction<List<String>> rows =
      PerTransaction.written(ArrayList::new, words -> log.add("rows " + words));
  private final PerTransaction<List<String>> memory = PerTransaction.remembered(ArrayList::new);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void rowsAreWrittenBeforeTheEventsThatTellOfThemWhicheverCameFirst() {
    transaction.executeWithoutResult(_ -> {
      events.get().add("a");
      rows.get().add("1");
      events.get().add("b");
      rows.get().add("2");
    });

    assertThat(log).containsExactly("rows [1, 2]", "events [a, b]", "!");
  }

  @Test
  void whatIsRememberedIsForgottenWithItsTransaction() {
    transaction.executeWithoutResult(_ -> {
      memory.get().add("seen");
      assertThat(memory.get()).containsExactly("seen");
    });

    transaction.executeWithoutResult(_ -> assertThat(memory.get()).isEmpty());
    assertThat(log).isEmpty();
  }

  @Test
  void whatRollsBackIsNeverWritten() {
    transaction.executeWithoutResult(status -> {
      rows.get().add("1");
      status.setRollbackOnly();
    });
    transaction.executeWithoutResult(_ -> rows.get().add("2"));

    assertThat(log).containsExactly("rows [2]");
  }

  @Test
  void aTransactionWithinHasItsOwn() {
    var within = transaction();
    within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    transaction.executeWithoutResult(_ -> {
      rows.get().add("outer");
      within.executeWithoutResult(_ -> rows.get().add("inner"));
      rows.get().add("outer still");
    });

    assertThat(log).containsExactly("rows [inner]", "rows [outer, outer still]");
  }

  @Test
  void withoutATransactionThereIsNone() {
    assertThatThrownBy(rows::get).isInstanceOf(IllegalStateException.class);
  }

  private TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(database));
  }
}
