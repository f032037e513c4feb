package phoneseller.verify;

import java.util.function.BiConsumer;

/** A part of what must hold of an order that is known to app. */
interface Rule {

  void judge(OrderFacts facts, Row.OrderRow order, BiConsumer<Invariant, String> broken);
}
