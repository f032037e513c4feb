package phoneseller.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.Row.OrderRow;

/** The read side: the row that a customer sees is the order as it is. */
final class Showing implements Rule {

  @Override
  public void judge(OrderFacts facts, OrderRow order, BiConsumer<Invariant, String> broken) {
    var view = facts.view();
    if (view == null) {
      broken.accept(Invariant.VIEW, "the view has no row");
      return;
    }
    var differences = new ArrayList<String>();
    compare("customerId", view.customerId(), order.customerId(), differences);
    compare("item", view.item(), order.item(), differences);
    compare("qty", view.qty(), order.qty(), differences);
    compare("price", view.price(), order.price(), differences);
    compare("status", view.status(), order.status(), differences);
    compare("point", view.point(), order.point(), differences);
    if (!differences.isEmpty()) {
      broken.accept(Invariant.VIEW, String.join(", ", differences));
    }
  }

  private static void compare(
      String field, @Nullable Object shown, @Nullable Object is, List<String> differences) {
    if (!Objects.equals(shown, is)) {
      differences.add("%s is shown as %s and is %s".formatted(field, shown, is));
    }
  }
}
