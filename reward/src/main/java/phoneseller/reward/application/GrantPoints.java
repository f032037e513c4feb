package phoneseller.reward.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.Entry;
import phoneseller.reward.domain.Ledger;
import phoneseller.reward.domain.LedgerEvents;
import phoneseller.reward.domain.OrderId;
import phoneseller.reward.domain.Points;
import phoneseller.reward.domain.PointsOfOrder;
import phoneseller.reward.domain.PointsOfOrder.Untouched;

/** Grants the points that payments have earned, many at a time. */
@Service
public class GrantPoints {

  /** An order that is paid, and what that earns. */
  public record Payment(OrderId order, CustomerId customer, Points earned) {}

  private final Ledger ledger;
  private final LedgerEvents events;

  GrantPoints(Ledger ledger, LedgerEvents events) {
    this.ledger = ledger;
    this.events = events;
  }

  @Transactional
  public void grant(List<Payment> payments, Instant now) {
    var last = ledger.lastOf(payments.stream().map(Payment::order).distinct().toList());
    var points = new HashMap<OrderId, PointsOfOrder>();
    var entries = new LinkedHashMap<OrderId, Entry>();
    last.forEach((order, booked) -> points.put(order, PointsOfOrder.after(booked.entry())));
    for (var payment : payments) {
      var order = payment.order();
      var decision =
          points
              .getOrDefault(order, new Untouched(order))
              .grant(payment.customer(), payment.earned(), now);
      points.put(order, decision.points());
      if (decision.changed()) {
        decision.points().lastEntry().ifPresent(entry -> entries.put(order, entry));
      }
    }
    List<Booked> booked = ledger.append(entries.values());
    events.publish(booked);
  }
}
