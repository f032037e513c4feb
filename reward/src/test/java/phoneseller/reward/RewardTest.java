package phoneseller.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.GoldenEvents;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import phoneseller.messaging.PassingCause;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.Ledger;
import phoneseller.reward.domain.OrderId;
import phoneseller.testing.TestDatabase;
import phoneseller.testing.TestServiceToken;
import tools.jackson.databind.json.JsonMapper;

/** The whole reward service on each of its databases. */
class RewardTest {

  abstract static class OnDatabase {

    private static final Instant NOW = Instant.parse("2026-11-22T12:03:50Z");
    private static final int ORDERS = 200;
    private static final int BATCH = 10;

    @Autowired EventHandler<ShopEvent> topic;
    @Autowired Ledger ledger;
    @Autowired MockMvcTester http;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcTemplate jdbc;
    @Autowired JsonMapper json;

    @BeforeEach
    void empty() {
      jdbc.update("delete from ledger_entry");
      jdbc.update("delete from outbox");
    }

    @Test
    void theGoldenPaymentEarnsAndItsReclaimTakesWhatTheGoldenEventsSay() {
      var paid = json.readValue(GoldenEvents.json("PayCompleted"), PayCompleted.class);

      arrive(paid, paid);
      arrive(paid);
      assertThat(reclaim(2)).isEqualTo(201);
      assertThat(reclaim(2)).isEqualTo(200);
      arrive(paid);

      assertThat(published())
          .containsExactly(
              likeGolden("RewardCompleted", idOf(0)), likeGolden("RewardCancelled", idOf(1)));
    }

    @Test
    void ofAGrantAndItsReclaimsInTheSameMomentNothingIsLeft() {
      for (int first = 1; first <= ORDERS; first += BATCH) {
        var orders = LongStream.range(first, first + BATCH).toArray();
        var payments = Arrays.stream(orders).mapToObj(OnDatabase::paid).toArray(ShopEvent[]::new);
        var start = new CyclicBarrier(1 + 2 * BATCH);
        var answers = new ArrayList<CompletableFuture<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
          answers.add(CompletableFuture.supplyAsync(() -> arriveAtLast(start, payments), threads));
          for (long order : orders) {
            for (int pay = 1; pay <= 2; pay++) {
              answers.add(CompletableFuture.supplyAsync(() -> reclaimAt(start, order), threads));
            }
          }
          var all = answers.toArray(CompletableFuture<?>[]::new);
          CompletableFuture.allOf(all).orTimeout(60, TimeUnit.SECONDS).join();
        }
        for (int i = 1; i < answers.size(); i += 2) {
          assertThat(List.of(answers.get(i).join(), answers.get(i + 1).join()))
              .containsExactlyInAnyOrder(201, 200);
        }
      }

      for (long order = 1; order <= ORDERS; order++) {
        var entries = ledger.entriesOf(new OrderId(order));
        assertThat(entries).hasSizeBetween(1, 2);
        assertThat(entries.stream().mapToLong(entry -> entry.entry().points().value()).sum())
            .isZero();
      }
      assertThat(published()).hasSize((int) ledger.count());
    }

    /** As pay does it: whoever is asked to come later comes again. */
    private int reclaimAt(CyclicBarrier start, long order) {
      await(start);
      int answer = reclaim(order);
      for (int attempt = 1; answer == 503 && attempt <= 10; attempt++) {
        answer = reclaim(order);
      }
      return answer;
    }

    /**
     * As the consumer does it: again and again, as long as the cause is one that repeating mends.
     */
    private int arriveAtLast(CyclicBarrier start, ShopEvent... events) {
      await(start);
      for (int attempt = 1; attempt <= 50; attempt++) {
        try {
          arrive(events);
          return 0;
        } catch (RuntimeException e) {
          assertThat(e)
              .matches(lost -> lost instanceof DuplicateKeyException || PassingCause.of(lost));
        }
      }
      throw new AssertionError("the grant never came through");
    }

    private static void await(CyclicBarrier start) {
      try {
        start.await();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    private int reclaim(long order) {
      return http.post()
          .uri("/rewards")
          .contentType(MediaType.APPLICATION_JSON)
          .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestServiceToken.of("pay"))
          .content("{\"orderId\":" + order + ",\"point\":-1,\"process\":\"PayCancelled\"}")
          .exchange()
          .getResponse()
          .getStatus();
    }

    private void arrive(ShopEvent... events) {
      var deliveries =
          Arrays.stream(events).map(e -> new Delivery<>(e, "/pay", "1", NOW, 0)).toList();
      new TransactionTemplate(transactions).executeWithoutResult(_ -> topic.handle(deliveries));
    }

    private static ShopEvent paid(long order) {
      return new PayCompleted("20261122120350", order, order, 990000, "Payed", "customer-1");
    }

    /** The golden event, but for what this test decides: the entry's id and the time. */
    private static String likeGolden(String type, long id) {
      return GoldenEvents.json(type)
          .replaceFirst("\"timestamp\":\"\\d{14}\"", "\"timestamp\":\"20261122120350\"")
          .replaceFirst("\"id\":\\d+", "\"id\":" + id);
    }

    private long idOf(int index) {
      List<Booked> entries = ledger.entriesOf(new OrderId(2));
      return entries.get(index).id();
    }

    private List<String> published() {
      return jdbc.queryForList("select payload from outbox order by id", String.class);
    }
  }

  @Nested
  @RunningReward
  class OnH2 extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.H2.configure(properties);
    }
  }

  @Nested
  @RunningReward
  class OnHsqldb extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.HSQLDB.configure(properties);
    }
  }

  @Nested
  @RunningReward
  class OnPostgresql extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.POSTGRESQL.configure(properties);
    }
  }
}
