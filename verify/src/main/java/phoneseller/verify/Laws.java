package phoneseller.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** All that must hold of one order. What is on its way may break it for a moment. */
final class Laws {

  private static final List<Rule> RULES =
      List.of(new Paying(), new Shipping(), new Earning(), new Showing());

  private final boolean settled;

  Laws(boolean settled) {
    this.settled = settled;
  }

  List<Finding> brokenBy(OrderFacts facts, boolean acknowledged) {
    var found = new ArrayList<Finding>();
    var order = facts.order();
    if (order == null) {
      missing(facts, acknowledged, found);
      return found;
    }
    for (var rule : RULES) {
      rule.judge(facts, order, (law, what) -> found.add(new Finding(law, facts.id(), what)));
    }
    if (settled && !facts.ended()) {
      found.add(
          new Finding(
              Invariant.SETTLED,
              facts.id(),
              "the order is %s, its payment %s".formatted(order.status(), facts.process())));
    }
    return found;
  }

  private static void missing(OrderFacts facts, boolean acknowledged, List<Finding> found) {
    if (acknowledged) {
      found.add(new Finding(Invariant.ACKNOWLEDGED, facts.id(), "there is no such order"));
    }
    var left = new LinkedHashMap<String, String>();
    if (facts.payment() != null) {
      left.put("payment", facts.process());
    }
    if (facts.booked() != null && facts.booked().charges() > 0) {
      left.put("charge", Long.toString(facts.booked().amount()));
    }
    if (facts.shipment() != null) {
      left.put("shipment", facts.shipping());
    }
    if (!facts.entries().isEmpty()) {
      left.put("points", Long.toString(facts.points()));
    }
    if (facts.view() != null) {
      left.put("view", String.valueOf(facts.view().status()));
    }
    if (!left.isEmpty()) {
      found.add(new Finding(Invariant.NO_ORPHANS, facts.id(), "no order, but " + left));
    }
  }
}
