package phoneseller.pay.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import phoneseller.pay.domain.Admission;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.CustomerId;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.OtherPrice;
import phoneseller.pay.domain.PayLater;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.Won;

/** Opens the payment of an order, with the key under which the provider will be asked for it. */
@Service
public class RequestPayment {

  private final PaymentBook book;
  private final Admission admission;

  RequestPayment(PaymentBook book, Admission admission) {
    this.book = book;
    this.admission = admission;
  }

  /** The order's payment, and whether this request has opened it. */
  public record Request(Payment payment, boolean isNew) {}

  /**
   * Finds the order's payment or opens it.
   *
   * @param key for the provider; random, and used only when the payment is opened
   * @throws OtherPrice when the payment is known with another price
   * @throws PayLater when it is new, and new payments are refused for a moment
   */
  public Request request(
      OrderId order, Won price, @Nullable CustomerId customer, UUID key, Instant now) {
    var known = book.find(order);
    if (known.isPresent()) {
      if (!known.get().isFor(price)) {
        throw new OtherPrice(known.get());
      }
      return new Request(known.get(), false);
    }
    var refusal = admission.refusal(now);
    if (refusal.isPresent()) {
      throw new PayLater(refusal.get());
    }
    var opened = Payment.requested(order, customer, new Charge(key, price));
    return new Request(book.record(opened), true);
  }
}
