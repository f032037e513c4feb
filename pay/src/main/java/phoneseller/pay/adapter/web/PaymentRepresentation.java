package phoneseller.pay.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import phoneseller.http.Link;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;

/**
 * A payment as clients see it.
 *
 * @param price in won; 0 once it is cancelled
 */
record PaymentRepresentation(
    long id,
    long orderId,
    long price,
    String process,
    @JsonProperty("_links") Map<String, Link> links) {

  static PaymentRepresentation of(Payment payment) {
    long order = payment.order().value();
    var links = new LinkedHashMap<String, Link>();
    links.put("self", Link.to(path(payment)));
    links.put("payment", Link.to(path(payment)));
    return new PaymentRepresentation(
        order, order, price(payment), process(payment.status()), links);
  }

  static String path(Payment payment) {
    return "/payments/" + payment.order();
  }

  static String process(PaymentStatus status) {
    return switch (status) {
      case Requested _ -> "Ordered";
      case Paid _, RefundRefused _ -> "Payed";
      case Declined _ -> "PayFailed";
      case Cancelling _ -> "OrderCancelled";
      case Cancelled _, NeverRequested _ -> "PayCancelled";
    };
  }

  private static long price(Payment payment) {
    return switch (payment.status()) {
      case Cancelled _, NeverRequested _ -> 0;
      case Requested _, Paid _, RefundRefused _, Declined _, Cancelling _ ->
          payment.amount().amount();
    };
  }
}
