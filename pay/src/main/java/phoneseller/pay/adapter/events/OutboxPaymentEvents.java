package phoneseller.pay.adapter.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import phoneseller.contracts.PayCancelled;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.PayFailed;
import phoneseller.contracts.ShopEvent;
import phoneseller.http.Correlation;
import phoneseller.messaging.Outbox;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentEvent;
import phoneseller.pay.domain.PaymentEvent.PaymentCancelled;
import phoneseller.pay.domain.PaymentEvent.PaymentCompleted;
import phoneseller.pay.domain.PaymentEvent.PaymentDeclined;
import phoneseller.pay.domain.PaymentEvent.RefundWasRefused;
import phoneseller.pay.domain.PaymentEvents;

/** A refused refund is the operator's alone: it is told and counted here, never on the topic. */
@Component
class OutboxPaymentEvents implements PaymentEvents {

  private static final Logger log = LoggerFactory.getLogger(OutboxPaymentEvents.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Outbox outbox;
  private final Counter refusedRefunds;

  OutboxPaymentEvents(Outbox outbox, MeterRegistry metrics) {
    this.outbox = outbox;
    this.refusedRefunds =
        Counter.builder("payments.refunds.refused")
            .description("Cancels that ended with a payment that stands; an operator is to act")
            .register(metrics);
  }

  @Override
  public void publish(Collection<PaymentEvent> events, Instant at) {
    var toTell = new ArrayList<Told>(events.size());
    for (var event : events) {
      var key = event.payment().order().toString();
      wire(event, STAMP.format(at)).ifPresent(word -> outbox.append(key, word, at));
      toTell.add(new Told(event, Outbox.causeOf(key)));
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            toTell.forEach(OutboxPaymentEvents.this::tell);
          }
        });
  }

  static Optional<ShopEvent> wire(PaymentEvent event, String timestamp) {
    var payment = event.payment();
    long order = payment.order().value();
    long price = payment.amount().amount();
    var customer = customer(payment);
    return switch (event) {
      case PaymentCompleted _ ->
          Optional.of(new PayCompleted(timestamp, order, order, price, "Payed", customer));
      case PaymentDeclined _ ->
          Optional.of(new PayFailed(timestamp, order, order, price, "PayFailed", customer));
      case PaymentCancelled _ ->
          Optional.of(new PayCancelled(timestamp, order, order, 0, "PayCancelled", customer));
      case RefundWasRefused _ -> Optional.empty();
    };
  }

  private static @Nullable String customer(Payment payment) {
    var customer = payment.customer();
    return customer == null ? null : customer.value();
  }

  private record Told(PaymentEvent event, Correlation cause) {}

  private void tell(Told told) {
    var payment = told.event.payment();
    try (var _ = told.cause.open()) {
      switch (told.event) {
        case PaymentCompleted _ ->
            log.info("payment of order {} made: {}", payment.order(), payment.amount());
        case PaymentDeclined _ -> log.info("payment of order {} declined", payment.order());
        case PaymentCancelled _ -> log.info("payment of order {} cancelled", payment.order());
        case RefundWasRefused(_, var reason) -> {
          refusedRefunds.increment();
          log.error(
              "operator: the provider refuses the refund of order {} for good ({}); the payment"
                  + " stands, its points are given back",
              payment.order(),
              reason);
        }
      }
    }
  }
}
