package phoneseller.pay.adapter.provider;

import java.time.Duration;
import phoneseller.pay.adapter.provider.Booking.Kind;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.PaymentProvider;
import phoneseller.pay.domain.PaymentProvider.Charging.Approved;
import phoneseller.pay.domain.PaymentProvider.Charging.Declined;
import phoneseller.pay.domain.PaymentProvider.Refunding.Refunded;
import phoneseller.pay.domain.PaymentProvider.Refunding.RefusedForGood;

/**
 * A provider that moves no money and shows every way in which a real one can answer. The price
 * decides:
 *
 * <ul>
 *   <li>402 won: declined
 *   <li>403 won: approved; the refund is refused for good
 *   <li>408 won: approved at once but told late; asked again with the same key it tells at once
 *   <li>504 won: never answered; the refund works
 *   <li>any other price: approved and refundable
 * </ul>
 *
 * Its books say that a key is charged once, and never after a refund.
 */
final class SandboxProvider implements PaymentProvider {

  private static final long DECLINED = 402;
  private static final long NO_REFUND = 403;
  private static final long LATE = 408;
  private static final long NEVER = 504;

  private final Duration lateAfter;
  private final ProviderBooks books;

  SandboxProvider(Duration lateAfter, ProviderBooks books) {
    this.lateAfter = lateAfter;
    this.books = books;
  }

  @Override
  public Charging charge(OrderId order, Charge charge) {
    long price = charge.amount().amount();
    if (price == DECLINED) {
      return new Declined("The card is declined.");
    }
    if (price == NEVER) {
      waitFor(Duration.ofDays(1));
    }
    var before = books.charge(order, charge);
    if (before != null && before.kind() == Kind.REFUND) {
      return new Declined("The charge is void.");
    }
    if (before == null && price == LATE) {
      waitFor(lateAfter);
    }
    return new Approved();
  }

  @Override
  public Refunding refund(Charge charge) {
    if (charge.amount().amount() == NO_REFUND && books.isCharged(charge)) {
      return new RefusedForGood("Refunds of 403 won are refused.");
    }
    books.refund(charge);
    return new Refunded();
  }

  private static void waitFor(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The caller has gone.", e);
    }
  }
}
