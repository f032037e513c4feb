package phoneseller.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.GoldenEvents;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.Ordered;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;
import phoneseller.store.application.FollowOrders;
import phoneseller.store.application.ShipByHand;
import phoneseller.store.application.TakeBack;
import phoneseller.store.domain.IllegalTransition;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.ShipmentMessage;
import phoneseller.store.domain.ShipmentStatus;
import phoneseller.store.domain.ShipmentStatus.Cancelled;
import phoneseller.store.domain.ShipmentStatus.Returned;
import phoneseller.store.domain.ShipmentStatus.Returning;
import phoneseller.store.domain.ShipmentStatus.Shipped;
import phoneseller.store.domain.Shipments;
import phoneseller.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The whole store on each of its databases. */
class StoreTest {

  abstract static class OnDatabase {

    private static final Instant NOW = Instant.parse("2026-11-22T12:03:50Z");
    private static final Parcel PARCEL = new Parcel("GX Note99", "customer-1");

    @Autowired EventHandler<ShopEvent> topic;
    @Autowired FollowOrders followOrders;
    @Autowired ShipByHand shipByHand;
    @Autowired TakeBack takeBack;
    @Autowired Shipments shipments;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcTemplate jdbc;
    @Autowired JsonMapper json;

    @BeforeEach
    void empty() {
      jdbc.update("delete from shipment");
      jdbc.update("delete from outbox");
    }

    @Test
    void thePublishedShipmentOfThePublishedOrderIsTheGoldenEvent() {
      var ordered = golden(Ordered.class);
      var paid = golden(PayCompleted.class);

      arrive(paid, ordered, ordered);
      arrive(paid);
      shipByHand.ship(new OrderId(2), NOW);
      shipByHand.ship(new OrderId(2), NOW);

      assertThat(published()).containsExactly(GoldenEvents.json("Shipped"));
    }

    @Test
    void theGoldenCancelInWhicheverPlaceKeepsTheOrderFromShipping() {
      var ordered = golden(Ordered.class);
      var paid = golden(PayCompleted.class);
      var cancelled = golden(OrderCancelled.class);
      for (var story :
          List.of(
              List.of(cancelled, ordered, paid),
              List.of(paid, cancelled, ordered),
              List.of(ordered, paid, cancelled))) {
        empty();
        story.forEach(event -> arrive(event, event));

        assertThat(shipments.find(new OrderId(2)).orElseThrow().status())
            .isEqualTo(new Cancelled(PARCEL));
      }
      assertThat(published()).isEmpty();
    }

    @Test
    void ofACancelAndADealersHandInTheSameMomentExactlyOneWins() {
      var orders = LongStream.rangeClosed(1, 100).mapToObj(OrderId::new).toList();
      for (var order : orders) {
        followOrders.follow(
            List.of(new ShipmentMessage.Ordered(order, PARCEL), new ShipmentMessage.Paid(order)),
            NOW);
      }

      for (var order : orders) {
        var start = new CyclicBarrier(2);
        both(() -> ship(order, start), () -> cancel(order, start));
      }

      for (var order : orders) {
        long shipped =
            published().stream().filter(e -> e.contains("\"orderId\":" + order + ",")).count();
        switch (shipments.find(order).orElseThrow().status()) {
          case Cancelled _ -> assertThat(shipped).isZero();
          case Returning _ -> assertThat(shipped).isOne();
          case ShipmentStatus other -> throw new AssertionError(other);
        }
      }
    }

    @Test
    void twoDealersInTheSameMomentShipAndTakeBackOnce() {
      var orders = LongStream.rangeClosed(1, 50).mapToObj(OrderId::new).toList();
      for (var order : orders) {
        followOrders.follow(
            List.of(new ShipmentMessage.Ordered(order, PARCEL), new ShipmentMessage.Paid(order)),
            NOW);
        assertThat(byTwoDealers(() -> shipByHand.ship(order, NOW)))
            .as("each is told that it has left")
            .allMatch(new Shipped(PARCEL)::equals);

        followOrders.follow(List.of(new ShipmentMessage.Cancelled(order, null)), NOW);
        long before = shipments.find(order).orElseThrow().version();
        assertThat(byTwoDealers(() -> takeBack.take(order)))
            .as("each is told that it is back")
            .allMatch(new Returned(PARCEL)::equals);
        assertThat(shipments.find(order).orElseThrow().version()).isEqualTo(before + 1);
      }
      assertThat(published()).as("one Shipped each, and no more").hasSize(orders.size());
    }

    private static List<ShipmentStatus> byTwoDealers(Supplier<Optional<Shipment>> hand) {
      var start = new CyclicBarrier(2);
      var seen = new ConcurrentLinkedQueue<ShipmentStatus>();
      Runnable dealer =
          () -> {
            try {
              start.await();
            } catch (Exception e) {
              throw new AssertionError(e);
            }
            seen.add(hand.get().orElseThrow().status());
          };
      both(dealer, dealer);
      assertThat(seen).hasSize(2);
      return List.copyOf(seen);
    }

    private static void both(Runnable one, Runnable other) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        CompletableFuture.allOf(
                CompletableFuture.runAsync(one, threads),
                CompletableFuture.runAsync(other, threads))
            .orTimeout(30, TimeUnit.SECONDS)
            .join();
      }
    }

    private void ship(OrderId order, CyclicBarrier start) {
      try {
        start.await();
        shipByHand.ship(order, NOW);
      } catch (IllegalTransition e) {
        assertThat(e.shipment().status()).isEqualTo(new Cancelled(PARCEL));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    private void cancel(OrderId order, CyclicBarrier start) {
      try {
        start.await();
        followOrders.follow(List.of(new ShipmentMessage.Cancelled(order, null)), NOW);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    private <E extends ShopEvent> E golden(Class<E> type) {
      return json.readValue(GoldenEvents.json(type.getSimpleName()), type);
    }

    private void arrive(ShopEvent... events) {
      var deliveries =
          Arrays.stream(events).map(e -> new Delivery<>(e, "/app", "1", NOW, 0)).toList();
      new TransactionTemplate(transactions).executeWithoutResult(_ -> topic.handle(deliveries));
    }

    private List<String> published() {
      return jdbc.queryForList("select payload from outbox order by id", String.class);
    }
  }

  @Nested
  @RunningStore
  class OnH2 extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.H2.configure(properties);
    }
  }

  @Nested
  @RunningStore
  class OnHsqldb extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.HSQLDB.configure(properties);
    }
  }

  @Nested
  @RunningStore
  class OnPostgresql extends OnDatabase {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
      TestDatabase.POSTGRESQL.configure(properties);
    }
  }
}
