package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.Advisor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that does nothing but have messaging on its class path. */
class MessagingConfigurationTest {

  private static final ConfigurableApplicationContext SERVICE =
      new SpringApplicationBuilder(Service.class)
          .web(WebApplicationType.NONE)
          .run(
              "--spring.application.name=idle",
              "--spring.config.import=classpath:messaging-defaults.yml",
              "--spring.datasource.url=jdbc:h2:mem:idle;DB_CLOSE_DELAY=-1",
              "--spring.kafka.bootstrap-servers=" + TestBroker.address(),
              "--phoneseller.messaging.instance=idle:1",
              "--phoneseller.messaging.topic=" + TestBroker.newTopic(1).name());

  private final Contended contended = SERVICE.getBean(Contended.class);
  private final JdbcTemplate jdbc = SERVICE.getBean(JdbcTemplate.class);
  private final TransactionTemplate transaction =
      new TransactionTemplate(SERVICE.getBean(PlatformTransactionManager.class));

  static List<RuntimeException> lostRaces() {
    return List.of(
        new OptimisticLockingFailureException("another was first"),
        new DuplicateKeyException("there already"));
  }

  @BeforeEach
  void begin() {
    jdbc.execute("create table if not exists attempt (n int)");
    jdbc.update("delete from attempt");
    contended.reset();
  }

  @AfterAll
  static void end() {
    SERVICE.close();
  }

  @Test
  void anEventThatOneServiceCommitsReachesItsSubscribers() {
    transaction.executeWithoutResult(
        _ -> SERVICE.getBean(Outbox.class).append("7", new Happened(7, "told"), Instant.now()));

    var seen = SERVICE.getBean(Service.class).seen;
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(seen).containsExactly("told"));
  }

  @Test
  void theMetricsAreInTheServicesRegistry() {
    var registry = SERVICE.getBean(MeterRegistry.class);

    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().getName())
        .contains(
            "outbox.depth",
            "outbox.oldest.age",
            "outbox.relayed",
            "events.lag",
            "events.behind",
            "events.parked");
  }

  @ParameterizedTest
  @MethodSource("lostRaces")
  void aTransactionThatLostARaceIsRepeatedFromItsStart(RuntimeException lost) {
    assertThat(contended.win(lost, 3)).isEqualTo("won");

    assertThat(contended.calls()).isEqualTo(4);
    assertThat(jdbc.queryForList("select n from attempt", Integer.class)).containsExactly(4);
  }

  @ParameterizedTest
  @MethodSource("lostRaces")
  void insideAnOuterTransactionNothingIsRepeated(RuntimeException lost) {
    assertThatThrownBy(() -> transaction.execute(_ -> contended.win(lost, 99))).isSameAs(lost);

    assertThat(contended.calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("lostRaces")
  void afterTenLostRacesTheCallerIsTold(RuntimeException lost) {
    assertThatThrownBy(() -> contended.win(lost, 99)).isSameAs(lost);

    assertThat(contended.calls()).isEqualTo(10);
  }

  @Test
  void callsOfALabelledUseCaseShareTransactions() {
    var groups = (GroupCommit) SERVICE.getBean("callsShareACommit", Advisor.class).getAdvice();
    var entered = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.execute(() -> contended.share(entered, goOn));
      await().until(() -> entered.getCount() == 0);
      for (int i = 0; i < 3; i++) {
        callers.execute(() -> contended.share(entered, goOn));
      }
      await().until(() -> groups.waiting() == 3);
      goOn.countDown();
    }

    assertThat(contended.transactions()).hasSize(4);
    assertThat(Set.copyOf(contended.transactions())).hasSize(2);
  }

  @Test
  void anyOtherFailureIsNotRepeated() {
    var refused = new IllegalArgumentException("refused");

    assertThatThrownBy(() -> contended.win(refused, 99)).isSameAs(refused);

    assertThat(contended.calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("lostRaces")
  void workThatIsHandedOverIsRepeatedLikewise(RuntimeException lost) {
    var calls = new AtomicInteger();

    assertThatThrownBy(() ->
            Race.untilWon(() -> {
              calls.incrementAndGet();
              throw lost;
            }))
        .isSameAs(lost);

    assertThat(calls).hasValue(10);
  }

  /** A use case whose every attempt but the last leaves nothing behind. */
  static class Contended {

    private final JdbcTemplate jdbc;
    private final List<Object> transactions = new CopyOnWriteArrayList<>();
    private final PerTransaction<Object> transaction = PerTransaction.remembered(Object::new);
    private int calls;

    Contended(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    void reset() {
      calls = 0;
    }

    int calls() {
      return calls;
    }

    List<Object> transactions() {
      return transactions;
    }

    @Transactional(label = GroupCommit.LABEL)
    public void share(CountDownLatch entered, CountDownLatch goOn) {
      entered.countDown();
      await().until(() -> goOn.getCount() == 0);
      transactions.add(transaction.get());
    }

    @Transactional
    public String win(RuntimeException failure, int failures) {
      calls++;
      jdbc.update("insert into attempt values (?)", calls);
      if (calls <= failures) {
        throw failure;
      }
      return "won";
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    final List<String> seen = new CopyOnWriteArrayList<>();

    @Bean
    EventHandler<Occurrence> handler() {
      return new Handling(
          deliveries -> deliveries.forEach(d -> seen.add(Handling.happened(d).text())));
    }

    @Bean
    Contended contended(JdbcTemplate jdbc) {
      return new Contended(jdbc);
    }
  }
}
