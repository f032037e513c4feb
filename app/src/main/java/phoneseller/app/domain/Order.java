package phoneseller.app.domain;

import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.OrderEvent.OrderWasCancelled;
import phoneseller.app.domain.OrderFact.LeftTheStore;
import phoneseller.app.domain.OrderFact.PaymentDeclined;
import phoneseller.app.domain.OrderFact.PaymentMade;
import phoneseller.app.domain.OrderFact.PaymentUndone;
import phoneseller.app.domain.OrderFact.PointsChanged;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.OrderStatus.Cancelled;
import phoneseller.app.domain.OrderStatus.Paid;
import phoneseller.app.domain.OrderStatus.PaymentCancelled;
import phoneseller.app.domain.OrderStatus.PaymentFailed;
import phoneseller.app.domain.OrderStatus.Shipped;

/**
 * A customer's order. Every fact about it is taken in every state, once or many times, in time or
 * late: it moves the order on, or changes nothing.
 *
 * @param points null until the ledger has spoken
 * @param version counts the changes that are stored
 */
public record Order(
    OrderId id,
    Purchase purchase,
    OrderStatus status,
    @Nullable EarnedPoints points,
    long version) {

  public static Order placed(OrderId id, Purchase purchase) {
    return new Order(id, purchase, new AwaitingPayment(), null, 0);
  }

  /** The customer's cancel; it is accepted whenever there may be something to undo. */
  public Change cancel() {
    return switch (status) {
      case AwaitingPayment _, Paid _, Shipped _ -> cancelled(new Cancelled(), points);
      case Cancelled _, PaymentCancelled _ -> Change.none(this);
      case PaymentFailed _ -> throw new IllegalTransition(this, "be cancelled");
    };
  }

  public Change learn(OrderFact fact) {
    return switch (fact) {
      case PaymentMade _ -> paymentMade();
      case PaymentDeclined _ -> paymentDeclined();
      case PaymentUndone _ -> paymentUndone();
      case LeftTheStore _ -> leftTheStore();
      case PointsChanged(var amount, var entry) -> points(new EarnedPoints(amount, entry));
    };
  }

  private Change paymentMade() {
    return switch (status) {
      case AwaitingPayment _ -> Change.to(in(new Paid()));
      case Paid _, Shipped _, Cancelled _, PaymentCancelled _, PaymentFailed _ -> Change.none(this);
    };
  }

  private Change paymentDeclined() {
    return switch (status) {
      case AwaitingPayment _, Cancelled _ -> Change.to(in(new PaymentFailed()));
      case Paid _, Shipped _, PaymentCancelled _, PaymentFailed _ -> Change.none(this);
    };
  }

  /** A payment that was cancelled at pay directly cancels its order too, so that it comes back. */
  private Change paymentUndone() {
    return switch (status) {
      case AwaitingPayment _, Paid _, Shipped _ ->
          cancelled(new PaymentCancelled(), EarnedPoints.NONE_FOR_GOOD);
      case Cancelled _ ->
          Change.to(
              new Order(id, purchase, new PaymentCancelled(), EarnedPoints.NONE_FOR_GOOD, version));
      case PaymentCancelled _, PaymentFailed _ -> Change.none(this);
    };
  }

  private Change leftTheStore() {
    return switch (status) {
      case AwaitingPayment _, Paid _ -> Change.to(in(new Shipped()));
      case Shipped _, Cancelled _, PaymentCancelled _, PaymentFailed _ -> Change.none(this);
    };
  }

  private Change points(EarnedPoints newest) {
    return points != null && points.entry() >= newest.entry()
        ? Change.none(this)
        : Change.to(new Order(id, purchase, status, newest, version));
  }

  private Change cancelled(OrderStatus next, @Nullable EarnedPoints remaining) {
    var order = new Order(id, purchase, next, remaining, version);
    return Change.to(order, new OrderWasCancelled(order));
  }

  private Order in(OrderStatus next) {
    return new Order(id, purchase, next, points, version);
  }
}
