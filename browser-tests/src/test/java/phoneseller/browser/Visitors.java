package phoneseller.browser;

import java.util.ArrayList;
import java.util.List;
import phoneseller.chaos.Client;
import phoneseller.chaos.Shop;

/** The people of one test, each with a browser profile of their own. */
final class Visitors {

  private final Stage stage;
  private final List<Visitor> all = new ArrayList<>();

  Visitors(Stage stage) {
    this.stage = stage;
  }

  Shop shop() {
    return stage.shop;
  }

  /** Somebody at the services themselves, without any page. */
  Client client() {
    return stage.client;
  }

  Visitor guest() {
    return guest(Look.USUAL);
  }

  Visitor guest(Look look) {
    return added(stage.visitor(look));
  }

  Visitor signedIn(String account) {
    return signedIn(account, Look.USUAL);
  }

  Visitor signedIn(String account, Look look) {
    return added(stage.visitor(look, account));
  }

  private Visitor added(Visitor visitor) {
    all.add(visitor);
    return visitor;
  }

  /** Everybody goes home; what no page should have done is told. */
  List<String> leave(boolean failed, String test) {
    var surprises = new ArrayList<String>();
    for (var visitor : all) {
      surprises.addAll(visitor.surprises().found());
      if (failed || !visitor.surprises().found().isEmpty()) {
        Screenshots.keep(visitor.page(), test + "-" + (all.indexOf(visitor) + 1));
      }
      visitor.close();
    }
    return surprises;
  }
}
