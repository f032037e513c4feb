package phoneseller.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import phoneseller.pay.application.Settlement;
import phoneseller.pay.domain.Admission;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentEvent;
import phoneseller.pay.domain.PaymentEvent.PaymentCancelled;
import phoneseller.pay.domain.PaymentEvent.PaymentCompleted;
import phoneseller.pay.domain.PaymentEvent.PaymentDeclined;
import phoneseller.pay.domain.PaymentEvent.RefundWasRefused;
import phoneseller.pay.domain.PaymentEvents;
import phoneseller.pay.domain.PaymentProvider;
import phoneseller.pay.domain.Payments;
import phoneseller.pay.domain.Points;

/** Pay's database, outbox, provider and way to reward, for one payment. */
final class PayPorts
    implements Payments, PaymentEvents, PaymentProvider, Points, Admission, Settlement {

  static final OrderId ORDER = new OrderId(1);

  private final Session session;

  PayPorts(Session session) {
    this.session = session;
  }

  @Override
  public Optional<Payment> find(OrderId order) {
    return session.touch(() -> Optional.ofNullable(session.world().payment));
  }

  @Override
  public Map<OrderId, Payment> findAll(Collection<OrderId> orders) {
    var found = new HashMap<OrderId, Payment>();
    find(ORDER).ifPresent(payment -> found.put(ORDER, payment));
    return found;
  }

  @Override
  public void save(Collection<Payment> payments, Instant due) {
    for (var payment : payments) {
      boolean _ = session.touch(() -> store(payment));
    }
  }

  /** Takes the payment up once more, as a claim does. */
  void claim() {
    boolean _ =
        session.touch(() -> {
          var payment = session.world().payment;
          return payment != null && store(payment.attempted());
        });
  }

  private boolean store(Payment payment) {
    var stored = session.world().payment;
    if ((stored == null ? 0 : stored.version()) != payment.version()) {
      throw new Session.RaceLost();
    }
    int attempts = Math.min(payment.attempts(), 2);
    session.world().payment =
        new Payment(
            payment.order(), payment.customer(), payment.status(), attempts, payment.version() + 1);
    return true;
  }

  @Override
  public void postpone(Payment payment, Instant due) {}

  @Override
  public void publish(Collection<PaymentEvent> events, Instant at) {
    for (var event : events) {
      wire(event)
          .ifPresent(kind -> {
            boolean _ =
                session.touch(() -> {
                  session.world().append(Service.PAY, Told.of(kind));
                  return true;
                });
          });
    }
  }

  private static Optional<Told.Kind> wire(PaymentEvent event) {
    return switch (event) {
      case PaymentCompleted _ -> Optional.of(Told.Kind.PAY_COMPLETED);
      case PaymentDeclined _ -> Optional.of(Told.Kind.PAY_FAILED);
      case PaymentCancelled _ -> Optional.of(Told.Kind.PAY_CANCELLED);
      case RefundWasRefused _ -> Optional.empty();
    };
  }

  @Override
  public Charging charge(OrderId order, Charge charge) {
    return session.call(Charging.class, Run.Kind.CHARGE, charge);
  }

  @Override
  public Refunding refund(Charge charge) {
    return session.call(Refunding.class, Run.Kind.REFUND, charge);
  }

  @Override
  public Points.Answer takeBack(Payment payment) {
    return session.call(Points.Answer.class, Run.Kind.TAKE_POINTS_BACK, null);
  }

  @Override
  public Points.Answer giveBack(Payment payment) {
    return session.call(Points.Answer.class, Run.Kind.GIVE_POINTS_BACK, null);
  }

  @Override
  public Optional<Duration> refusal(Instant now) {
    return Optional.empty();
  }

  @Override
  public void wake() {}
}
