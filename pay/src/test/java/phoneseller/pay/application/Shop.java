package phoneseller.pay.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import phoneseller.pay.domain.Admission;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentEvent;
import phoneseller.pay.domain.PaymentProvider;
import phoneseller.pay.domain.Payments;
import phoneseller.pay.domain.Points;
import phoneseller.pay.domain.Won;

/** Pay with its neighbours in memory; each of them can fail, and pay can crash around any call. */
final class Shop implements PaymentProvider, Points, Admission {

  static final Won PRICE = new Won(990_000);
  static final OrderId ORDER = new OrderId(7);

  /** Pay dies, before or after the effect of a call. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  final InMemoryPayments payments = new InMemoryPayments();
  final List<PaymentEvent> events = new ArrayList<>();
  final Set<UUID> charged = new HashSet<>();
  final Set<UUID> refunded = new HashSet<>();
  boolean pointsTaken;
  boolean pointsGivenBack;
  boolean declines;
  boolean refusesRefunds;
  boolean silentProvider;
  Answer rewardAnswers = Answer.DONE;
  boolean takesEvenIfUnknown = true;
  Optional<Duration> refusal = Optional.empty();
  Runnable duringTakeBack = () -> {};
  private int callsUntilCrash = Integer.MAX_VALUE;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  final PaymentBook book =
      new PaymentBook(
          new CrashingPayments(),
          this::publish,
          new RetrySchedule(
              Duration.ofSeconds(6), Duration.ofMillis(200), Duration.ofSeconds(10), new Random(1)),
          () -> now);
  final RequestPayment request = new RequestPayment(book, this);
  final ChargePayment charge = new ChargePayment(book, this);
  final CancelPayment cancel = new CancelPayment(book);
  final UndoPayment undo = new UndoPayment(book, this, this);
  final SettlePayment settle = new SettlePayment(book, charge, undo);
  final FollowOrders follow = new FollowOrders(payments, this::publish, () -> {});

  Payment pay(Won price) {
    request.request(ORDER, price, null, UUID.randomUUID(), now);
    return charge.charge(ORDER);
  }

  Payment paid() {
    return pay(PRICE);
  }

  Payment cancelDirectly() {
    cancel.cancel(ORDER);
    return undo.undo(ORDER);
  }

  void orderCancelled() {
    follow.cancelled(List.of(new FollowOrders.CancelledOrder(ORDER, null)), now);
  }

  Payment payment() {
    return payments.find(ORDER).orElseThrow();
  }

  Instant now() {
    return now;
  }

  /** What the worker does in ten minutes. */
  void timePasses() {
    for (int second = 0; second < 600; second++) {
      now = now.plusSeconds(1);
      for (var counterparty : Counterparty.values()) {
        for (var due : payments.claim(counterparty, now, Duration.ofSeconds(6), 16)) {
          settle.settle(due.order());
        }
      }
    }
  }

  List<String> told() {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private void publish(Collection<PaymentEvent> more, Instant at) {
    events.addAll(more);
    maybeCrash();
  }

  /** Pay dies at this call from now, once. */
  void crashAt(int call) {
    callsUntilCrash = call;
  }

  private void maybeCrash() {
    callsUntilCrash--;
    if (callsUntilCrash == 0) {
      callsUntilCrash = Integer.MAX_VALUE;
      throw new Crash();
    }
  }

  @Override
  public Charging charge(OrderId order, Charge charge) {
    maybeCrash();
    if (silentProvider) {
      return new Charging.NoAnswer();
    }
    if (declines) {
      return new Charging.Declined("no money");
    }
    if (!refunded.contains(charge.key())) {
      charged.add(charge.key());
    }
    maybeCrash();
    return new Charging.Approved();
  }

  @Override
  public Refunding refund(Charge charge) {
    maybeCrash();
    if (refusesRefunds) {
      maybeCrash();
      return new Refunding.RefusedForGood("too late");
    }
    refunded.add(charge.key());
    maybeCrash();
    return new Refunding.Refunded();
  }

  @Override
  public Answer takeBack(Payment payment) {
    maybeCrash();
    duringTakeBack.run();
    if (pointsGivenBack) {
      throw new AssertionError("points are never taken back again");
    }
    if (rewardAnswers == Answer.DONE || (rewardAnswers == Answer.UNKNOWN && takesEvenIfUnknown)) {
      pointsTaken = true;
    }
    maybeCrash();
    return rewardAnswers;
  }

  @Override
  public Answer giveBack(Payment payment) {
    maybeCrash();
    if (!pointsTaken) {
      throw new AssertionError("nothing was taken");
    }
    if (rewardAnswers == Answer.DONE) {
      pointsGivenBack = true;
    }
    maybeCrash();
    return rewardAnswers;
  }

  @Override
  public Optional<Duration> refusal(Instant at) {
    return refusal;
  }

  /** A transaction that pay dies in is not there afterwards. */
  private final class CrashingPayments implements Payments {

    @Override
    public Optional<Payment> find(OrderId order) {
      return payments.find(order);
    }

    @Override
    public Map<OrderId, Payment> findAll(Collection<OrderId> orders) {
      return payments.findAll(orders);
    }

    @Override
    public void save(Collection<Payment> changed, Instant due) {
      maybeCrash();
      payments.save(changed, due);
    }

    @Override
    public void postpone(Payment payment, Instant due) {
      maybeCrash();
      payments.postpone(payment, due);
    }
  }
}
