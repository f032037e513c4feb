package phoneseller.pay.application;

import java.util.List;
import phoneseller.pay.domain.Payment;

/** The payments as a list. */
public interface PaymentPages {

  enum SortedBy {
    ID,
    PRICE,
    PROCESS
  }

  List<Payment> page(SortedBy sorted, boolean descending, long offset, int size);

  /** The next payments of orders with a higher id, by order. */
  List<Payment> after(long order, int most);

  long count();
}
