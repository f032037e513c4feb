package phoneseller.pay.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import phoneseller.pay.domain.PaymentEvent.PaymentCancelled;
import phoneseller.pay.domain.PaymentEvent.PaymentCompleted;
import phoneseller.pay.domain.PaymentEvent.PaymentDeclined;
import phoneseller.pay.domain.PaymentEvent.RefundWasRefused;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Origin;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;
import phoneseller.pay.domain.PaymentStatus.Step.GivePointsBack;
import phoneseller.pay.domain.PaymentStatus.Step.Refund;
import phoneseller.pay.domain.PaymentStatus.Step.TakePointsBack;

/**
 * The one payment of an order. Every message is taken in every state, once or many times, in time
 * or late: it moves the payment on, or changes nothing.
 *
 * @param customer null when the order's publisher knows no customers
 * @param attempts begun since the payment has waited for somebody; the first is its client's own
 * @param version counts the changes that are stored, 0 when none is
 */
public record Payment(
    OrderId order,
    @Nullable CustomerId customer,
    PaymentStatus status,
    int attempts,
    long version) {

  /** A payment that is asked for; what costs nothing is paid at once. */
  public static Change requested(OrderId order, @Nullable CustomerId customer, Charge charge) {
    if (charge.amount().isNothing()) {
      var paid = new Payment(order, customer, new Paid(charge), 0, 0);
      return Change.to(paid, new PaymentCompleted(paid));
    }
    return Change.to(new Payment(order, customer, new Requested(charge), 1, 0));
  }

  /** The order is cancelled before anybody asked for its payment, and nobody can any more. */
  public static Change neverRequested(OrderId order, @Nullable CustomerId customer) {
    var never = new Payment(order, customer, new NeverRequested(), 0, 0);
    return Change.to(never, new PaymentCancelled(never));
  }

  /** Whether asking for this price is asking for this payment again. */
  public boolean isFor(Won price) {
    return status instanceof NeverRequested || amount().equals(price);
  }

  /** What was asked for, whatever has become of it. */
  public Won amount() {
    return switch (status) {
      case Requested(var charge) -> charge.amount();
      case Paid(var charge) -> charge.amount();
      case Declined(var charge, _) -> charge.amount();
      case Cancelling(var charge, _, _, _) -> charge.amount();
      case Cancelled(var charge) -> charge.amount();
      case RefundRefused(var charge, _) -> charge.amount();
      case NeverRequested() -> Won.NOTHING;
    };
  }

  /** Whom the payment waits for; nobody once it is settled. */
  public Optional<Counterparty> waitsFor() {
    return switch (status) {
      case Requested _ -> Optional.of(Counterparty.PROVIDER);
      case Cancelling cancelling ->
          Optional.of(
              switch (cancelling.step()) {
                case TakePointsBack(), GivePointsBack(_) -> Counterparty.REWARD;
                case Refund() -> Counterparty.PROVIDER;
              });
      case Paid _, Declined _, Cancelled _, NeverRequested _, RefundRefused _ -> Optional.empty();
    };
  }

  /** Whether a cancel would still change something, or join one that does. */
  public boolean isCancellable() {
    return switch (status) {
      case Requested _, Paid _, Cancelling _ -> true;
      case Declined _, Cancelled _, NeverRequested _, RefundRefused _ -> false;
    };
  }

  public Change approved() {
    return switch (status) {
      case Requested(var charge) -> {
        var paid = in(new Paid(charge));
        yield Change.to(paid, new PaymentCompleted(paid));
      }
      // The refund undoes a charge by its key, also one that is told of late.
      case Cancelling _, Paid _, Declined _, Cancelled _, NeverRequested _, RefundRefused _ ->
          Change.none(this);
    };
  }

  public Change declined(String reason) {
    return switch (status) {
      case Requested(var charge) -> {
        var declined = in(new Declined(charge, reason));
        yield Change.to(declined, new PaymentDeclined(declined));
      }
      case Cancelling _, Paid _, Declined _, Cancelled _, NeverRequested _, RefundRefused _ ->
          Change.none(this);
    };
  }

  /** The order is cancelled: whatever was paid for it is to be undone, without fail. */
  public Change orderCancelled() {
    return switch (status) {
      case Requested(var charge) -> Change.to(cancelling(charge, false, Origin.ORDER, 0));
      case Paid(var charge) -> Change.to(cancelling(charge, true, Origin.ORDER, 0));
      case Cancelling(var charge, var paid, var origin, var step) ->
          switch (origin) {
            case DIRECT ->
                Change.to(in(new Cancelling(charge, paid, Origin.ORDER, step), attempts));
            case ORDER -> Change.none(this);
          };
      case Declined _, Cancelled _, NeverRequested _, RefundRefused _ -> Change.none(this);
    };
  }

  /** Somebody wants this payment undone, and makes the first attempt at once. */
  public Change cancel() {
    return switch (status) {
      case Requested(var charge) -> Change.to(cancelling(charge, false, Origin.DIRECT, 1));
      case Paid(var charge) -> Change.to(cancelling(charge, true, Origin.DIRECT, 1));
      case Cancelling _ -> Change.to(attempted());
      case Cancelled _, NeverRequested _ -> Change.none(this);
      case Declined _ -> throw new IllegalTransition(this, "be cancelled: it was declined");
      case RefundRefused _ ->
          throw new IllegalTransition(this, "be cancelled: the provider refuses the refund");
    };
  }

  public Change pointsTakenBack() {
    return at(new TakePointsBack()) instanceof Cancelling(var charge, var paid, var origin, _)
        ? charge.amount().isNothing()
            ? cancelled(charge)
            : Change.to(in(new Cancelling(charge, paid, origin, new Refund()), attempts))
        : Change.none(this);
  }

  /** Reward surely did nothing: a direct cancel that nobody has tried before is off. */
  public Change noPointsTakenBack() {
    if (attempts == 1
        && at(new TakePointsBack()) instanceof Cancelling(var charge, var paid, var origin, _)
        && origin == Origin.DIRECT) {
      return Change.to(paid ? in(new Paid(charge)) : in(new Requested(charge), attempts));
    }
    return Change.none(this);
  }

  public Change refunded() {
    return at(new Refund()) instanceof Cancelling(var charge, _, _, _)
        ? cancelled(charge)
        : Change.none(this);
  }

  /** Refused for good; nothing but giving the points back can follow. */
  public Change refundRefused(String reason) {
    return at(new Refund()) instanceof Cancelling(var charge, var paid, var origin, _)
        ? Change.to(in(new Cancelling(charge, paid, origin, new GivePointsBack(reason)), attempts))
        : Change.none(this);
  }

  /**
   * The payment stands. That it was made is told again: who has not heard it hears it now, and
   * points that were never granted, because they were taken back first, are granted now.
   */
  public Change pointsGivenBack() {
    if (!(status instanceof Cancelling(var charge, _, _, GivePointsBack(var reason)))) {
      return Change.none(this);
    }
    var stands = in(new RefundRefused(charge, reason));
    return Change.to(stands, new PaymentCompleted(stands), new RefundWasRefused(stands, reason));
  }

  /** One more attempt at what the payment waits for is begun. */
  public Payment attempted() {
    return new Payment(order, customer, status, attempts + 1, version);
  }

  /** As it is once stored. */
  public Payment stored() {
    return new Payment(order, customer, status, attempts, version + 1);
  }

  private @Nullable Cancelling at(PaymentStatus.Step step) {
    return status instanceof Cancelling cancelling && cancelling.step().equals(step)
        ? cancelling
        : null;
  }

  private Change cancelled(Charge charge) {
    var cancelled = in(new Cancelled(charge));
    return Change.to(cancelled, new PaymentCancelled(cancelled));
  }

  private Payment cancelling(Charge charge, boolean paid, Origin origin, int attempts) {
    return in(new Cancelling(charge, paid, origin, new TakePointsBack()), attempts);
  }

  private Payment in(PaymentStatus next) {
    return in(next, 0);
  }

  private Payment in(PaymentStatus next, int attempts) {
    return new Payment(order, customer, next, attempts, version);
  }
}
