package phoneseller.pay.application;

import org.springframework.stereotype.Service;
import phoneseller.pay.domain.Change;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentProvider;
import phoneseller.pay.domain.PaymentProvider.Refunding.NoAnswer;
import phoneseller.pay.domain.PaymentProvider.Refunding.Refunded;
import phoneseller.pay.domain.PaymentProvider.Refunding.RefusedForGood;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Step.GivePointsBack;
import phoneseller.pay.domain.PaymentStatus.Step.Refund;
import phoneseller.pay.domain.PaymentStatus.Step.TakePointsBack;
import phoneseller.pay.domain.Points;

/**
 * Undoes a payment that is being cancelled, step by step: points back, refund, done. A refund that
 * is refused for good is compensated: the points are given back and the payment stands.
 */
@Service
public class UndoPayment {

  private final PaymentBook book;
  private final Points points;
  private final PaymentProvider provider;

  UndoPayment(PaymentBook book, Points points, PaymentProvider provider) {
    this.book = book;
    this.points = points;
    this.provider = provider;
  }

  /** Goes on until the payment is settled, or somebody does not answer as hoped. */
  public Payment undo(OrderId order) {
    var payment = book.read(order);
    while (payment.status() instanceof Cancelling cancelling) {
      var change =
          switch (cancelling.step()) {
            case TakePointsBack() -> takePointsBack(payment);
            case Refund() -> refund(payment, cancelling);
            case GivePointsBack(_) -> givePointsBack(payment);
          };
      if (!change.changed()) {
        break;
      }
      payment = book.record(change);
    }
    book.postpone(payment);
    return payment;
  }

  private Change takePointsBack(Payment payment) {
    return switch (points.takeBack(payment)) {
      case DONE -> payment.pointsTakenBack();
      case SURELY_NOTHING -> payment.noPointsTakenBack();
      case UNKNOWN -> Change.none(payment);
    };
  }

  private Change refund(Payment payment, Cancelling cancelling) {
    return switch (provider.refund(cancelling.charge())) {
      case Refunded() -> payment.refunded();
      case RefusedForGood(var reason) -> payment.refundRefused(reason);
      case NoAnswer() -> Change.none(payment);
    };
  }

  private Change givePointsBack(Payment payment) {
    return switch (points.giveBack(payment)) {
      case DONE -> payment.pointsGivenBack();
      case SURELY_NOTHING, UNKNOWN -> Change.none(payment);
    };
  }
}
