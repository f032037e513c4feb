package phoneseller.app.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which request of a customer has become which order. */
public interface IdempotencyKeys {

  /** How a request was answered. */
  enum Answer {
    PLACED,
    PAYMENT_OPEN,
    DECLINED
  }

  /**
   * @param answer null while the request is still running, or died running
   * @param priceNamed whether the request named the order's price, or left it to the catalogue
   */
  record Known(OrderId order, @Nullable Answer answer, Instant createdAt, boolean priceNamed) {

    /** What the request asked for, to which a repeat is compared: no price of today is in it. */
    public Purchase asked(Purchase ordered) {
      return priceNamed ? ordered : ordered.at(null);
    }
  }

  Optional<Known> find(CustomerId customer, String key);

  /**
   * Ties the key of what was asked for to the order in the caller's transaction.
   *
   * @throws KeyTaken when another request has it
   */
  void claim(Purchase asked, String key, OrderId order, Instant now);

  /** Keeps the answer, where that can be done; without it a repeat is answered by the order. */
  void answered(CustomerId customer, String key, Answer answer);

  /** Forgets keys that nobody will repeat any more. */
  void forgetBefore(Instant then);

  /** Another request with the same key was there first. */
  final class KeyTaken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
