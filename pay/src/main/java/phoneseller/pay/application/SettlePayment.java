package phoneseller.pay.application;

import org.springframework.stereotype.Service;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;

/** Takes up a payment that was left unfinished. */
@Service
public class SettlePayment {

  private final PaymentBook book;
  private final ChargePayment charge;
  private final UndoPayment undo;

  SettlePayment(PaymentBook book, ChargePayment charge, UndoPayment undo) {
    this.book = book;
    this.charge = charge;
    this.undo = undo;
  }

  /** One attempt at whatever the payment waits for. */
  public Payment settle(OrderId order) {
    var payment = book.read(order);
    return switch (payment.status()) {
      case Requested _ -> charge.charge(order);
      case Cancelling _ -> undo.undo(order);
      case Paid _, Declined _, Cancelled _, NeverRequested _, RefundRefused _ -> payment;
    };
  }
}
