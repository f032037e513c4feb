package phoneseller.verify;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.Row.EntryRow;
import phoneseller.verify.Row.OrderRow;
import phoneseller.verify.Row.PaymentRow;
import phoneseller.verify.Row.ShipmentRow;
import phoneseller.verify.Row.ViewRow;

/** What the five services keep of each order, by order; no more than some pages in memory. */
final class Join {

  private static final int LONGEST_PAGE = 1000;

  private final Pages<OrderRow> orders;
  private final Pages<PaymentRow> payments;
  private final Pages<ShipmentRow> shipments;
  private final Pages<EntryRow> entries;
  private final Pages<ViewRow> views;

  /** From the first order up to the last, whether they exist or not. */
  Join(Shop shop, Addresses at, long first, long last) {
    int size = Math.clamp(last - first + 1, 1, LONGEST_PAGE);
    long after = first - 1;
    orders = new Pages<>(shop, list(at.app(), "orders"), OrderRow.class, after, last, size);
    payments = new Pages<>(shop, list(at.pay(), "payments"), PaymentRow.class, after, last, size);
    shipments =
        new Pages<>(shop, list(at.store(), "storeManages"), ShipmentRow.class, after, last, size);
    entries = new Pages<>(shop, list(at.reward(), "rewards"), EntryRow.class, after, last, size);
    views = new Pages<>(shop, list(at.customer(), "customers"), ViewRow.class, after, last, size);
  }

  /** The next order that anybody knows of; null after the last. */
  @Nullable OrderFacts next() {
    long id =
        Stream.of(orders, payments, shipments, entries, views)
            .map(Pages::peek)
            .mapToLong(row -> row == null ? Long.MAX_VALUE : row.order())
            .min()
            .orElseThrow();
    if (id == Long.MAX_VALUE) {
      return null;
    }
    var order = of(id, orders);
    var payment = of(id, payments);
    var shipment = of(id, shipments);
    var view = of(id, views);
    return new OrderFacts(id, order, payment, shipment, entriesOf(id), view, null, null);
  }

  private List<EntryRow> entriesOf(long id) {
    var found = new ArrayList<EntryRow>();
    for (var entry = of(id, entries); entry != null; entry = of(id, entries)) {
      found.add(entry);
    }
    return found;
  }

  private static <R extends Row> @Nullable R of(long id, Pages<R> pages) {
    var row = pages.peek();
    if (row == null || row.order() != id) {
      return null;
    }
    pages.take();
    return row;
  }

  static URI list(URI service, String plural) {
    String base = service.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + plural);
  }
}
