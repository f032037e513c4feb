package phoneseller.customer.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.customer.Life;
import phoneseller.customer.TestTopic;
import phoneseller.customer.projection.RebuildClaim.State;
import phoneseller.customer.view.ActiveSet;
import phoneseller.testing.TestDatabase;

/** A topic that does not hold all history any more. */
@SpringBootTest
class LostBeginningTest {

  private static final TestTopic TOPIC = new TestTopic();

  @Autowired private RebuildJob job;
  @Autowired private RebuildClaim claims;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private ActiveSet sets;

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
    TOPIC.configure(properties);
  }

  @Test
  void aRebuildThatWouldLoseSomethingIsRefusedUnlessForced() throws Exception {
    var all =
        LongStream.rangeClosed(1, 40)
            .mapToObj(order -> Life.of(order, "guest").whole())
            .flatMap(List::stream)
            .toList();
    TOPIC.publish(all);
    var whole = ViewContents.after(all);
    await().untilAsserted(() -> assertThat(ViewContents.of(jdbc, sets)).isEqualTo(whole));
    TOPIC.loseBeginning(3);

    rebuild(false);

    assertThat(claims.standing().state()).isEqualTo(State.FAILED);
    assertThat(claims.standing().told())
        .contains("lost its oldest records", "of 4 orders: ", "--force");
    assertThat(ViewContents.of(jdbc, sets)).isEqualTo(whole);

    rebuild(true);

    assertThat(claims.standing().state()).isEqualTo(State.DONE);
    assertThat(claims.standing().told()).contains("timeline steps, before: 280", "4 of 40 orders");
    assertThat(ViewContents.of(jdbc, sets).steps()).hasSize(280 - 12);
  }

  private void rebuild(boolean force) throws InterruptedException {
    assertThat(job.begin(force)).isTrue();
    await().until(() -> claims.standing().state() != State.RUNNING);
  }
}
