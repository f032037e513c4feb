package phoneseller.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.Row.EntryRow;
import phoneseller.verify.Row.OrderRow;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the view says of each customer in total, against the sums of the orders and of the ledger.
 * While a customer goes on buying the two are never read at the same moment: only a difference that
 * stands still is one.
 */
final class Balances {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final int PAGE = 1000;

  private final Shop shop;
  private final Addresses at;
  private final int most;
  private Map<String, Sums> sums = new HashMap<>();
  private final Map<String, Difference> different = new HashMap<>();
  private boolean asked;
  private boolean more;

  Balances(Shop shop, Addresses at, int most) {
    this.shop = shop;
    this.at = at;
    this.most = most;
  }

  /** Orders, entries and points of a customer. */
  private record Sums(long orders, long entries, long points) {

    static final Sums NOTHING = new Sums(0, 0, 0);

    @Override
    public String toString() {
      return "%d orders, %d entries, %d points".formatted(orders, entries, points);
    }

    Sums plus(Sums other) {
      return new Sums(orders + other.orders, entries + other.entries, points + other.points);
    }
  }

  private record Difference(Sums is, Sums shown, boolean stands) {}

  private record Answer(@Nullable Long balance, Totals page) {}

  private record Totals(@JsonProperty("totalElements") long totalElements) {}

  void note(OrderFacts facts) {
    var order = facts.order();
    if (order != null) {
      add(order.customerId(), new Sums(1, 0, 0));
    }
    facts.entries().forEach(entry -> add(entry.customerId(), new Sums(0, 1, entry.point())));
  }

  /** Whether there are more customers than are looked at. */
  boolean more() {
    return more;
  }

  /** Customers whose sums were different at the last look, whether that stands or not. */
  long different() {
    return different.size();
  }

  /** Looks at all customers the first time, then at those that were different. */
  List<Finding> look() {
    if (asked) {
      sumUp();
    }
    asked = true;
    sums.forEach(this::compare);
    return different.entrySet().stream()
        .filter(e -> e.getValue().stands())
        .map(e -> finding(e.getKey(), e.getValue()))
        .toList();
  }

  private static Finding finding(String customer, Difference difference) {
    return new Finding(
        Invariant.VIEW,
        0,
        "customer %s is shown with %s and has %s"
            .formatted(customer, difference.shown(), difference.is()));
  }

  private void compare(String customer, Sums is) {
    var shown = shown(customer);
    if (shown.equals(is)) {
      different.remove(customer);
    } else {
      var now = new Difference(is, shown, false);
      different.merge(
          customer,
          now,
          (before, _) ->
              new Difference(is, shown, before.is().equals(is) && before.shown().equals(shown)));
    }
  }

  private void sumUp() {
    sums = new HashMap<>();
    different.keySet().forEach(customer -> sums.put(customer, Sums.NOTHING));
    if (sums.isEmpty()) {
      return;
    }
    var orders =
        new Pages<>(shop, Join.list(at.app(), "orders"), OrderRow.class, 0, Long.MAX_VALUE, PAGE);
    for (var row = orders.peek(); row != null; row = orders.peek()) {
      sums.computeIfPresent(row.customerId(), (_, sum) -> sum.plus(new Sums(1, 0, 0)));
      orders.take();
    }
    var entries =
        new Pages<>(
            shop, Join.list(at.reward(), "rewards"), EntryRow.class, 0, Long.MAX_VALUE, PAGE);
    for (var row = entries.peek(); row != null; row = entries.peek()) {
      var one = new Sums(0, 1, row.point());
      sums.computeIfPresent(row.customerId(), (_, sum) -> sum.plus(one));
      entries.take();
    }
  }

  private void add(String customer, Sums one) {
    if (sums.size() < most || sums.containsKey(customer)) {
      sums.merge(customer, one, Sums::plus);
    } else {
      more = true;
    }
  }

  private Sums shown(String customer) {
    String of = "?size=1&customerId=" + URLEncoder.encode(customer, UTF_8);
    var orders = ask("customers/search/findByCustomerId" + of);
    var points = ask("customers/points" + of);
    return new Sums(
        orders.page().totalElements(),
        points.page().totalElements(),
        Objects.requireNonNullElse(points.balance(), 0L));
  }

  private Answer ask(String path) {
    URI address = Join.list(at.customer(), path);
    return shop.get(address, (InputStream body) -> JSON.readValue(body, Answer.class))
        .orElseThrow(() -> new CannotVerify(address + " answers 404"));
  }
}
