package phoneseller.customer.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;
import phoneseller.customer.view.OrderStatus;

/**
 * In what the running view and the new one differ.
 *
 * @param orders whose row, timeline or points differ
 * @param losing those of them of which the new view has fewer steps
 * @param customers whose totals differ
 * @param further differing orders beyond those that are named
 * @param before by how many rows the running view has more
 */
record Differences(
    SortedSet<Long> orders,
    SortedSet<Long> losing,
    SortedSet<String> customers,
    long further,
    RowCounts before) {

  private static final int NAMED = 10;

  /** For whoever asked for the rebuild. */
  String told(
      RowCounts now, ViewTally keptBefore, ViewTally keptNow, long records, long unreadable) {
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            Locale.ROOT, "rebuilt from %,d records, %,d of them unreadable", records, unreadable));
    var old = now.plus(before);
    lines.add(changed("orders", old.orders(), now.orders()));
    lines.add(changed("timeline steps", old.steps(), now.steps()));
    lines.add(changed("points entries", old.entries(), now.entries()));
    lines.add(changed("orders by the kept count", keptBefore.orders(), keptNow.orders()));
    lines.add(changed("of them complete", keptBefore.complete(), keptNow.complete()));
    for (var status : OrderStatus.values()) {
      var what = "of them " + status.wire();
      lines.add(changed(what, keptBefore.statuses().of(status), keptNow.statuses().of(status)));
    }
    lines.add(
        String.format(
                Locale.ROOT, "%,d of %,d orders changed", orders.size() + further, now.orders())
            + named(orders, further));
    lines.add(
        String.format(Locale.ROOT, "%,d customers' totals changed", customers.size())
            + named(customers, 0));
    return String.join("\n", lines);
  }

  private static String changed(String what, long before, long now) {
    return before == now
        ? String.format(Locale.ROOT, "%,d %s, as before", now, what)
        : String.format(Locale.ROOT, "%,d %s, before: %,d", now, what, before);
  }

  static String named(SortedSet<?> some, long further) {
    if (some.isEmpty()) {
      return "";
    }
    List<String> first = some.stream().limit(NAMED).map(Object::toString).toList();
    return first.stream().collect(Collectors.joining(", ", ": ", ""))
        + (some.size() + further > NAMED ? ", …" : "");
  }
}
