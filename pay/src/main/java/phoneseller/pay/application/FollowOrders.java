package phoneseller.pay.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.pay.domain.Change;
import phoneseller.pay.domain.CustomerId;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentEvent;
import phoneseller.pay.domain.PaymentEvents;
import phoneseller.pay.domain.Payments;

/** Has the payments of cancelled orders undone. */
@Service
public class FollowOrders {

  private final Payments payments;
  private final PaymentEvents events;
  private final Settlement settlement;

  FollowOrders(Payments payments, PaymentEvents events, Settlement settlement) {
    this.payments = payments;
    this.events = events;
    this.settlement = settlement;
  }

  public record CancelledOrder(OrderId order, @Nullable CustomerId customer) {}

  /** Commits that the payments are being cancelled; undoing them begins after the commit. */
  @Transactional
  public void cancelled(List<CancelledOrder> orders, Instant now) {
    Map<OrderId, Payment> known =
        new HashMap<>(payments.findAll(orders.stream().map(CancelledOrder::order).toList()));
    var changed = new HashMap<OrderId, Payment>();
    var happened = new ArrayList<PaymentEvent>();
    for (var cancelled : orders) {
      var change = cancel(known.get(cancelled.order()), cancelled);
      if (change.changed()) {
        known.put(cancelled.order(), change.payment());
        changed.put(cancelled.order(), change.payment());
        happened.addAll(change.events());
      }
    }
    payments.save(changed.values(), now);
    events.publish(happened, now);
    settlement.wake();
  }

  private static Change cancel(@Nullable Payment payment, CancelledOrder cancelled) {
    return payment == null
        ? Payment.neverRequested(cancelled.order(), cancelled.customer())
        : payment.orderCancelled();
  }
}
