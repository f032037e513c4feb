package phoneseller.pay.application;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.messaging.GroupCommit;
import phoneseller.pay.domain.Change;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentEvents;
import phoneseller.pay.domain.Payments;
import phoneseller.pay.domain.UnknownPayment;

/** Keeps what becomes of a payment between two calls to others: each entry is a commit. */
@Service
public class PaymentBook {

  private final Payments payments;
  private final PaymentEvents events;
  private final RetrySchedule schedule;
  private final InstantSource clock;

  PaymentBook(
      Payments payments, PaymentEvents events, RetrySchedule schedule, InstantSource clock) {
    this.payments = payments;
    this.events = events;
    this.schedule = schedule;
    this.clock = clock;
  }

  public Optional<Payment> find(OrderId order) {
    return payments.find(order);
  }

  public Payment read(OrderId order) {
    return find(order).orElseThrow(() -> new UnknownPayment(order.value()));
  }

  /**
   * Commits the change with its events; the one who recorded it has the lease for the next step.
   */
  @Transactional(label = GroupCommit.LABEL)
  public Payment record(Change change) {
    if (!change.changed()) {
      return change.payment();
    }
    var now = clock.instant();
    payments.save(List.of(change.payment()), schedule.leaseFrom(now));
    events.publish(change.events(), now);
    return change.payment().stored();
  }

  /** Leaves a payment that still waits for somebody to a later attempt. */
  public void postpone(Payment payment) {
    if (payment.waitsFor().isPresent()) {
      payments.postpone(payment, schedule.afterAttempt(payment.attempts(), clock.instant()));
    }
  }
}
