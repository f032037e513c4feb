package phoneseller.pay.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.pay.application.DuePayments;
import phoneseller.pay.application.DuePayments.Due;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.CustomerId;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Origin;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;
import phoneseller.pay.domain.PaymentStatus.Step.GivePointsBack;
import phoneseller.pay.domain.PaymentStatus.Step.Refund;
import phoneseller.pay.domain.PaymentStatus.Step.TakePointsBack;
import phoneseller.pay.domain.Payments;
import phoneseller.pay.domain.Won;

/** What holds for payments wherever they are kept. */
abstract class PaymentsContract {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final Charge CHARGE = new Charge(UUID.randomUUID(), new Won(990_000));

  abstract Payments payments();

  abstract DuePayments duePayments();

  abstract void inTransaction(Runnable work);

  static List<PaymentStatus> statuses() {
    return List.of(
        new Requested(CHARGE),
        new Paid(CHARGE),
        new Declined(CHARGE, "잔액 부족"),
        new Cancelling(CHARGE, true, Origin.ORDER, new TakePointsBack()),
        new Cancelling(CHARGE, false, Origin.DIRECT, new Refund()),
        new Cancelling(CHARGE, true, Origin.DIRECT, new GivePointsBack("too late")),
        new Cancelled(CHARGE),
        new NeverRequested(),
        new RefundRefused(CHARGE, "too late"));
  }

  private static Payment payment(long order, PaymentStatus status, long version) {
    return payment(order, new CustomerId("customer-1"), status, version);
  }

  private static Payment payment(
      long order, @Nullable CustomerId customer, PaymentStatus status, long version) {
    return new Payment(new OrderId(order), customer, status, 1, version);
  }

  private void store(Payment payment, Instant due) {
    inTransaction(() -> payments().save(List.of(payment), due));
  }

  private List<Long> claim(Counterparty counterparty, Instant now, int most) {
    var claimed = new ArrayList<Long>();
    inTransaction(() ->
        duePayments()
            .claim(counterparty, now, LEASE, most)
            .forEach(due -> claimed.add(due.order().value())));
    return claimed;
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void aPaymentIsFoundAsItWasStored(PaymentStatus status) {
    store(payment(7, status, 0), NOON);
    store(payment(8, null, status, 0), NOON);

    assertThat(payments().find(new OrderId(7))).contains(payment(7, status, 1));
    assertThat(payments().find(new OrderId(8))).contains(payment(8, null, status, 1));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void aLaterStatusTakesThePlaceOfTheEarlier(PaymentStatus status) {
    store(payment(7, new Requested(CHARGE), 0), NOON);
    store(payment(7, status, 1), NOON);

    assertThat(payments().find(new OrderId(7))).contains(payment(7, status, 2));
  }

  @Test
  void whoeverReadAnEarlierVersionCannotWrite() {
    store(payment(7, new Requested(CHARGE), 0), NOON);
    store(payment(7, new Paid(CHARGE), 1), NOON);

    assertThatThrownBy(() -> store(payment(7, new Declined(CHARGE, "no"), 1), NOON))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> store(payment(7, new NeverRequested(), 0), NOON))
        .isInstanceOf(RuntimeException.class);
    assertThat(payments().find(new OrderId(7))).contains(payment(7, new Paid(CHARGE), 2));
  }

  @Test
  void aThousandAreStoredAndFoundAtOnce() {
    var orders = LongStream.rangeClosed(1, 1000).mapToObj(OrderId::new).toList();
    var paid = orders.stream().map(order -> payment(order.value(), new Paid(CHARGE), 0)).toList();
    inTransaction(() -> payments().save(paid, NOON));
    inTransaction(() -> payments().save(List.of(), NOON));

    assertThat(payments().findAll(orders)).hasSize(1000);
    assertThat(payments().findAll(List.of(new OrderId(5), new OrderId(5000))))
        .containsOnlyKeys(new OrderId(5));
    assertThat(payments().findAll(List.of())).isEmpty();
  }

  @Test
  void onlyWhatWaitsIsDueAndForTheOneItWaitsFor() {
    var statuses = statuses();
    for (int i = 0; i < statuses.size(); i++) {
      store(payment(i + 1, statuses.get(i), 0), NOON);
    }

    assertThat(claim(Counterparty.REWARD, NOON.minusMillis(1), 10)).isEmpty();
    assertThat(claim(Counterparty.PROVIDER, NOON, 10)).containsExactlyInAnyOrder(1L, 5L);
    assertThat(claim(Counterparty.REWARD, NOON, 10)).containsExactlyInAnyOrder(4L, 6L);
    assertThat(duePayments().waiting(Counterparty.REWARD)).isEqualTo(2);
  }

  @Test
  void theLongestDueComesFirst() {
    for (long order = 1; order <= 5; order++) {
      store(payment(order, new Requested(CHARGE), 0), NOON.minusSeconds(order));
    }

    assertThat(claim(Counterparty.PROVIDER, NOON, 3)).containsExactly(5L, 4L, 3L);
    assertThat(claim(Counterparty.PROVIDER, NOON, 3)).containsExactly(2L, 1L);
  }

  @Test
  void oneClaimHasItUntilTheLeaseEnds() {
    store(payment(7, new Requested(CHARGE), 0), NOON);

    assertThat(claim(Counterparty.PROVIDER, NOON.minusMillis(1), 1)).isEmpty();
    assertThat(claim(Counterparty.PROVIDER, NOON, 1)).containsExactly(7L);
    assertThat(claim(Counterparty.PROVIDER, NOON, 1)).isEmpty();
    assertThat(payments().find(new OrderId(7)).orElseThrow().attempts()).isEqualTo(2);
    assertThatThrownBy(() -> store(payment(7, new Paid(CHARGE), 1), NOON))
        .isInstanceOf(RuntimeException.class);

    assertThat(claim(Counterparty.PROVIDER, NOON.plus(LEASE), 1)).containsExactly(7L);
  }

  @Test
  void oneThatIsClaimedByManyAtOnceGoesToOne() throws Exception {
    for (long order = 1; order <= 60; order++) {
      store(payment(order, new Requested(CHARGE), 0), NOON);
    }
    Queue<Long> claimed = new ConcurrentLinkedQueue<>();
    try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        var _ = instances.submit(() -> claimed.addAll(claim(Counterparty.PROVIDER, NOON, 40)));
      }
    }

    assertThat(claimed).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void whatIsSettledCannotBeClaimed() {
    store(payment(7, new Paid(CHARGE), 0), NOON);

    assertThat(claim(Counterparty.PROVIDER, NOON.plusSeconds(60), 1)).isEmpty();
    assertThat(claim(Counterparty.REWARD, NOON.plusSeconds(60), 1)).isEmpty();
  }

  @Test
  void whoeverHasSeenTheLatestCanPutItOff() {
    store(payment(7, new Requested(CHARGE), 0), NOON);
    store(payment(8, new Requested(CHARGE), 0), NOON);
    payments().postpone(payment(7, new Requested(CHARGE), 0), NOON.plusSeconds(9));
    payments().postpone(payment(8, new Requested(CHARGE), 1), NOON.plusSeconds(9));

    assertThat(claim(Counterparty.PROVIDER, NOON.plusSeconds(5), 2)).containsExactly(7L);
    assertThat(claim(Counterparty.PROVIDER, NOON.plusSeconds(9), 2)).containsExactly(8L);
  }

  @Test
  void whatIsDueGoesBackToAnEarlierPieceOfWork() {
    store(payment(7, new Requested(CHARGE), 0), NOON);

    assertThat(duePayments().claim(Counterparty.PROVIDER, NOON, LEASE, 1))
        .singleElement()
        .extracting(Due::correlation)
        .asString()
        .isNotBlank();
  }
}
