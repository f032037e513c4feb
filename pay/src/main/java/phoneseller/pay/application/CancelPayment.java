package phoneseller.pay.application;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.pay.domain.IllegalTransition;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;

/** Marks a payment as being cancelled, before anybody is called for it. */
@Service
public class CancelPayment {

  private final PaymentBook book;

  CancelPayment(PaymentBook book) {
    this.book = book;
  }

  /**
   * The caller undoes the payment next.
   *
   * @throws IllegalTransition when there is nothing to cancel
   */
  @Transactional
  public Payment cancel(OrderId order) {
    return book.record(book.read(order).cancel());
  }
}
