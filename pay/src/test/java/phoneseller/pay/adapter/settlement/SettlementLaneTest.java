package phoneseller.pay.adapter.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import phoneseller.pay.application.InMemoryPayments;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Origin;
import phoneseller.pay.domain.PaymentStatus.Step.TakePointsBack;
import phoneseller.pay.domain.Won;

class SettlementLaneTest {

  private static final Charge CHARGE = new Charge(new UUID(0, 1), new Won(1_000));
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final SettlementSettings SETTINGS =
      new SettlementSettings(
          Duration.ofMillis(20),
          4,
          Duration.ofSeconds(60),
          Duration.ofMillis(20),
          Duration.ofSeconds(1));

  private final InMemoryPayments payments = new InMemoryPayments();
  private final AtomicBoolean reachable = new AtomicBoolean(true);
  private final AtomicInteger attempts = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);
  private Thread running = Thread.startVirtualThread(() -> {});

  private void run(SettlementSettings settings, Consumer<OrderId> settle) {
    var lane =
        new SettlementLane(
            Counterparty.REWARD,
            reachable::get,
            payments,
            order -> {
              attempts.incrementAndGet();
              settle.accept(order);
            },
            Clock.systemUTC(),
            settings);
    running = Thread.startVirtualThread(lane);
  }

  @AfterEach
  void stop() {
    never.countDown();
    running.interrupt();
  }

  private void waiting(long many) {
    var due = Instant.EPOCH;
    for (var order : LongStream.rangeClosed(1, many).toArray()) {
      var cancelling = new Cancelling(CHARGE, true, Origin.ORDER, new TakePointsBack());
      payments.save(List.of(new Payment(new OrderId(order), null, cancelling, 0, 0)), due);
      due = due.plusSeconds(1);
    }
  }

  private void settle(OrderId order) {
    var payment = payments.find(order).orElseThrow();
    payments.save(List.of(payment.pointsTakenBack().payment().refunded().payment()), Instant.MAX);
  }

  private void hang() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long stillWaiting() {
    return payments.waiting(Counterparty.REWARD);
  }

  @Test
  void thousandsAreSettledOneAttemptEach() {
    waiting(3000);
    run(SETTINGS, this::settle);

    await().atMost(SOON).until(() -> stillWaiting() == 0);
    assertThat(attempts).hasValue(3000);
  }

  @Test
  void whatHangsOrFailsBlocksNobodyElse() {
    waiting(200);
    Set<OrderId> stuck = ConcurrentHashMap.newKeySet();
    run(
        SETTINGS,
        order -> {
          switch ((int) order.value()) {
            case 1, 2, 3 -> {
              stuck.add(order);
              hang();
            }
            case 4, 5, 6 -> throw new IllegalStateException("always");
            default -> settle(order);
          }
        });

    await().atMost(SOON).until(() -> stillWaiting() == 6);
    assertThat(stuck).hasSize(3);
  }

  @Test
  void aCounterpartyThatIsAwayGetsOneAttemptARoundAndTheOthersKeepTheirPlace() {
    waiting(500);
    reachable.set(false);
    run(
        SETTINGS,
        order -> {
          if (reachable.get()) {
            settle(order);
          }
        });

    await().atMost(SOON).until(() -> attempts.get() >= 5);
    reachable.set(true);
    await().atMost(SOON).until(() -> stillWaiting() < 30);
    assertThat(attempts.get()).isLessThan(520);
  }

  @Test
  void whoeverIsWokenDoesNotWaitForTheClock() {
    var seldom =
        new SettlementSettings(
            Duration.ofHours(1), 4, SETTINGS.lease(), Duration.ofMillis(20), SETTINGS.lease());
    var lane =
        new SettlementLane(
            Counterparty.REWARD, () -> true, payments, this::settle, Clock.systemUTC(), seldom);
    running = Thread.startVirtualThread(lane);
    waiting(10);
    lane.wake();

    await().atMost(SOON).until(() -> stillWaiting() == 0);
  }

  @Test
  void twoInstancesShareTheWork() {
    waiting(1000);
    run(SETTINGS, this::settle);
    var first = running;
    run(SETTINGS, this::settle);

    await().atMost(SOON).until(() -> stillWaiting() == 0);
    first.interrupt();
    assertThat(attempts).hasValue(1000);
  }
}
