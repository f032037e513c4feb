package phoneseller.app.adapter.web;

import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderStatus;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.OrderStatus.Cancelled;
import phoneseller.app.domain.OrderStatus.Paid;
import phoneseller.app.domain.OrderStatus.PaymentCancelled;
import phoneseller.app.domain.OrderStatus.PaymentFailed;
import phoneseller.app.domain.OrderStatus.Shipped;

/**
 * The newest step of an order that an answer tells of, {@code 17.Ordered}. A client that shows it
 * to the read side sees that step there.
 */
final class ReadToken {

  static final String HEADER = "X-Read-Token";

  private ReadToken() {}

  static String of(Order order) {
    return order.id() + "." + event(order.status());
  }

  private static String event(OrderStatus status) {
    return switch (status) {
      case AwaitingPayment _ -> "Ordered";
      case Paid _ -> "PayCompleted";
      case Shipped _ -> "Shipped";
      case Cancelled _ -> "OrderCancelled";
      case PaymentCancelled _ -> "PayCancelled";
      case PaymentFailed _ -> "PayFailed";
    };
  }
}
