package phoneseller.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.CannotVerify;
import phoneseller.verify.Invariant;
import phoneseller.verify.Report;
import phoneseller.verify.Settings;
import phoneseller.verify.Verification;

/** Watches a shop become well after its last fault, and tells what does not. */
final class Recovery {

  private final Shop shop;
  private final Client client;
  private final Crowd crowd;
  private final History history;
  private @Nullable Orders orders;
  private @Nullable Report report;
  private String unreadable = "";
  private String state = "";

  Recovery(Shop shop, Crowd crowd, History history) {
    this.shop = shop;
    this.client = new Client(shop);
    this.crowd = crowd;
    this.history = history;
  }

  /** How long after its beginning all was well; null: it was not within this time. */
  @Nullable Duration watch(long began, Duration patience, PrintStream out) {
    String told = "";
    while (System.nanoTime() - began < patience.toNanos()) {
      var looked = Duration.ofNanos(System.nanoTime() - began);
      if (isWell()) {
        return looked;
      }
      if (!told.equals(state)) {
        told = state;
        out.printf("%6.1f s  %s%n", looked.toMillis() / 1000.0, state);
      }
      Waiting.pause(Duration.ofMillis(500));
    }
    return null;
  }

  private boolean isWell() {
    try {
      var now = Orders.read(client);
      orders = now;
      int open = now.open(waitingForAPerson()).size();
      if (open > 0) {
        state = open + " orders are on their way";
        return false;
      }
      report = verify();
      state = report.findings().size() + " findings of verify";
      return report.holds();
    } catch (IOException | CannotVerify e) {
      unreadable = e.toString();
      state = unreadable;
      return false;
    }
  }

  /** The orders as they are now. */
  void look() {
    try {
      orders = Orders.read(client);
    } catch (IOException e) {
      unreadable = e.toString();
    }
  }

  private Report verify() {
    history.flush();
    var settings = new Settings(history.acknowledged(), Duration.ZERO, true);
    return new Verification(shop.addresses(), settings).run();
  }

  /** Cancelled, and the provider refuses to give the money back. */
  private Set<Long> waitingForAPerson() {
    return crowd.orders().entrySet().stream()
        .filter(order -> order.getKey().refusesRefund())
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  List<String> lost() {
    return orders == null
        ? List.of(unreadable)
        : orders.missing(crowd.orders().values()).stream().map(id -> "order " + id).toList();
  }

  List<String> stuck() {
    var seen = orders;
    return seen == null
        ? List.of(unreadable)
        : seen.open(waitingForAPerson()).stream()
            .map(id -> "order " + id + " is " + seen.states().get(id))
            .toList();
  }

  List<String> doubled() {
    var wrong = new ArrayList<String>();
    var ids = new HashSet<Long>();
    crowd
        .orders()
        .forEach((purchase, id) -> {
          if (!ids.add(id)) {
            wrong.add("order " + id + " answers two keys, one of them " + purchase.key());
          }
        });
    if (orders != null) {
      orders.states().keySet().stream()
          .filter(id -> !ids.contains(id))
          .forEach(id -> wrong.add("order " + id + " was promised to nobody"));
    }
    return wrong;
  }

  List<String> broken() {
    var wrong = new ArrayList<String>();
    if (orders != null) {
      var person = waitingForAPerson();
      for (long id : crowd.cancelled()) {
        if (orders.is(id, "Shipped") && !person.contains(id)) {
          wrong.add("order " + id + " was cancelled and is Shipped");
        }
      }
    }
    if (report == null) {
      wrong.add("never verified: " + unreadable);
    } else {
      report.findings().stream()
          .filter(finding -> finding.invariant() != Invariant.SETTLED)
          .forEach(finding ->
              wrong.add(
                  finding.invariant().sentence()
                      + ": order "
                      + finding.order()
                      + ": "
                      + finding.detail()));
    }
    return wrong;
  }
}
