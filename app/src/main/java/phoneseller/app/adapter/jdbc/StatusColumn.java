package phoneseller.app.adapter.jdbc;

import phoneseller.app.domain.OrderStatus;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.OrderStatus.Cancelled;
import phoneseller.app.domain.OrderStatus.Paid;
import phoneseller.app.domain.OrderStatus.PaymentCancelled;
import phoneseller.app.domain.OrderStatus.PaymentFailed;
import phoneseller.app.domain.OrderStatus.Shipped;

/** The words of the column {@code status}. */
final class StatusColumn {

  private StatusColumn() {}

  static String write(OrderStatus status) {
    return switch (status) {
      case AwaitingPayment _ -> "AWAITING_PAYMENT";
      case Paid _ -> "PAID";
      case Shipped _ -> "SHIPPED";
      case Cancelled _ -> "CANCELLED";
      case PaymentCancelled _ -> "PAYMENT_CANCELLED";
      case PaymentFailed _ -> "PAYMENT_FAILED";
    };
  }

  static OrderStatus read(String word) {
    return switch (word) {
      case "AWAITING_PAYMENT" -> new AwaitingPayment();
      case "PAID" -> new Paid();
      case "SHIPPED" -> new Shipped();
      case "CANCELLED" -> new Cancelled();
      case "PAYMENT_CANCELLED" -> new PaymentCancelled();
      case "PAYMENT_FAILED" -> new PaymentFailed();
      default -> throw new IllegalStateException("no status: " + word);
    };
  }
}
