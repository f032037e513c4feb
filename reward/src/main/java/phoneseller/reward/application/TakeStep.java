package phoneseller.reward.application;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import phoneseller.reward.domain.Decision;
import phoneseller.reward.domain.Ledger;
import phoneseller.reward.domain.LedgerEvents;
import phoneseller.reward.domain.OrderId;
import phoneseller.reward.domain.PointsOfOrder;
import phoneseller.reward.domain.PointsOfOrder.Untouched;

/** Takes an order's next step in the ledger, or finds that it has been taken. */
@Service
class TakeStep {

  private final Ledger ledger;
  private final LedgerEvents events;

  TakeStep(Ledger ledger, LedgerEvents events) {
    this.ledger = ledger;
    this.events = events;
  }

  Step take(OrderId order, Function<PointsOfOrder, Decision> step) {
    var last = ledger.lastOf(List.of(order)).get(order);
    var decision =
        step.apply(last == null ? new Untouched(order) : PointsOfOrder.after(last.entry()));
    if (last != null && !decision.changed()) {
      return new Step(last, false);
    }
    var booked = ledger.append(decision.points().lastEntry().stream().toList());
    events.publish(booked);
    return new Step(booked.getFirst(), true);
  }
}
