package phoneseller.pay.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All payments, by the order that they are for. Writing is part of the caller's transaction. */
public interface Payments {

  Optional<Payment> find(OrderId order);

  Map<OrderId, Payment> findAll(Collection<OrderId> orders);

  /**
   * Stores new and changed payments.
   *
   * @param due when those that wait for somebody are to be taken up again, unless somebody did
   * @throws RuntimeException when one of them has been stored by somebody else since it was read
   */
  void save(Collection<Payment> payments, Instant due);

  /**
   * Puts off what is due, unless the payment has been changed meanwhile.
   *
   * @param payment as it was read
   */
  void postpone(Payment payment, Instant due);
}
