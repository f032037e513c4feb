package phoneseller.pay.application;

import org.springframework.stereotype.Service;
import phoneseller.pay.domain.Change;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentProvider;
import phoneseller.pay.domain.PaymentProvider.Charging.Approved;
import phoneseller.pay.domain.PaymentProvider.Charging.Declined;
import phoneseller.pay.domain.PaymentProvider.Charging.NoAnswer;
import phoneseller.pay.domain.PaymentStatus.Requested;

/** Asks the provider for the money until it is known what became of it. */
@Service
public class ChargePayment {

  private final PaymentBook book;
  private final PaymentProvider provider;

  ChargePayment(PaymentBook book, PaymentProvider provider) {
    this.book = book;
    this.provider = provider;
  }

  /** One attempt; without an answer the payment stays requested and is taken up again later. */
  public Payment charge(OrderId order) {
    return charge(book.read(order));
  }

  /** The same for a payment as it was stored last. */
  public Payment charge(Payment payment) {
    if (!(payment.status() instanceof Requested(var charge))) {
      return payment;
    }
    var charged =
        book.record(
            switch (provider.charge(payment.order(), charge)) {
              case Approved() -> payment.approved();
              case Declined(var reason) -> payment.declined(reason);
              case NoAnswer() -> Change.none(payment);
            });
    book.postpone(charged);
    return charged;
  }
}
