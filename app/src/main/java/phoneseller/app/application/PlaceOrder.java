package phoneseller.app.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import phoneseller.app.application.Placement.Declined;
import phoneseller.app.application.Placement.KeyReused;
import phoneseller.app.application.Placement.PaymentOpen;
import phoneseller.app.application.Placement.Placed;
import phoneseller.app.application.Placement.Refused;
import phoneseller.app.application.Placement.Running;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.IdempotencyKeys.Answer;
import phoneseller.app.domain.IdempotencyKeys.KeyTaken;
import phoneseller.app.domain.IdempotencyKeys.Known;
import phoneseller.app.domain.Invalid;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.OrderStatus.Cancelled;
import phoneseller.app.domain.OrderStatus.Paid;
import phoneseller.app.domain.OrderStatus.PaymentCancelled;
import phoneseller.app.domain.OrderStatus.PaymentFailed;
import phoneseller.app.domain.OrderStatus.Shipped;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Payments;
import phoneseller.app.domain.Purchase;

/**
 * Takes an order and asks for its payment. The order is stored before pay is asked, with no
 * transaction open around the question; whoever repeats a request under its key gets its one order.
 */
@Service
public class PlaceOrder {

  /** No request runs longer; one without an answer after this has died. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(15);

  private final Orders orders;
  private final IdempotencyKeys keys;
  private final Payments payments;
  private final AcceptOrder accept;
  private final AskForPayment ask;

  PlaceOrder(
      Orders orders,
      IdempotencyKeys keys,
      Payments payments,
      AcceptOrder accept,
      AskForPayment ask) {
    this.orders = orders;
    this.keys = keys;
    this.payments = payments;
    this.accept = accept;
    this.ask = ask;
  }

  public Placement place(Purchase purchase, @Nullable String key, Instant now) {
    return repeated(purchase, key, now).orElseGet(() -> first(purchase, key, now));
  }

  private Placement first(Purchase purchase, @Nullable String key, Instant now) {
    return switch (payments.admission()) {
      case Payments.Admission.Refused(var retryAfter) -> new Refused(retryAfter);
      case Payments.Admission.Granted _ -> admitted(purchase, key, now);
    };
  }

  private Placement admitted(Purchase purchase, @Nullable String key, Instant now) {
    Order order;
    try {
      order = accept.accept(purchase, key, now);
    } catch (KeyTaken e) {
      payments.giveBackAdmission();
      return repeated(purchase, key, now).orElseGet(Running::new);
    } catch (Invalid e) {
      payments.giveBackAdmission();
      return repeated(purchase, key, now).orElseThrow(() -> e);
    } catch (RuntimeException e) {
      payments.giveBackAdmission();
      throw e;
    }
    var answer = asked(order, now);
    if (key != null) {
      keys.answered(purchase.customer(), key, answer);
    }
    return placement(answer, order);
  }

  /** The order is stored: whatever fails from now on leaves its payment open, and no more. */
  private Answer asked(Order order, Instant now) {
    try {
      return switch (ask.ask(order, now)) {
        case MADE -> Answer.PLACED;
        case DECLINED -> Answer.DECLINED;
        case UNDONE, OPEN -> Answer.PAYMENT_OPEN;
      };
    } catch (RuntimeException e) {
      return Answer.PAYMENT_OPEN;
    }
  }

  private Optional<Placement> repeated(Purchase purchase, @Nullable String key, Instant now) {
    return key == null
        ? Optional.empty()
        : keys.find(purchase.customer(), key).map(known -> again(known, purchase, now));
  }

  private Placement again(Known known, Purchase purchase, Instant now) {
    var order = orders.find(known.order()).orElseThrow();
    if (!known.asked(order.purchase()).equals(purchase)) {
      return new KeyReused();
    }
    var answer = known.answer();
    if (answer == null && now.isBefore(known.createdAt().plus(LONGEST_REQUEST))) {
      return new Running();
    }
    return placement(
        answer == null || answer == Answer.PAYMENT_OPEN ? knownBy(order) : answer, order);
  }

  /** An answer that was left open, or never given, is given as the order stands today. */
  private static Answer knownBy(Order order) {
    return switch (order.status()) {
      case AwaitingPayment _ -> Answer.PAYMENT_OPEN;
      case PaymentFailed _ -> Answer.DECLINED;
      case Paid _, Shipped _, Cancelled _, PaymentCancelled _ -> Answer.PLACED;
    };
  }

  private static Placement placement(Answer answer, Order order) {
    var asPlaced = Order.placed(order.id(), order.purchase());
    return switch (answer) {
      case PLACED -> new Placed(asPlaced);
      case PAYMENT_OPEN -> new PaymentOpen(asPlaced);
      case DECLINED -> new Declined(asPlaced);
    };
  }
}
