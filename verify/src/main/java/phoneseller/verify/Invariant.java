package phoneseller.verify;

/** What must hold of a shop, whatever has failed meanwhile. */
public enum Invariant {
  ACKNOWLEDGED("every order that a client was promised is present"),
  PAID_ONCE("every order is paid once, its own price, or not at all"),
  SHIPPED_ONCE("a paid order ships once, a cancelled or unpaid one never stays shipped"),
  POINTS_ONCE("points are granted once: a tenth of the price, rounded down"),
  REFUNDED("a cancelled order is refunded and has no points"),
  VIEW("the view shows every order, and every balance, as it is"),
  NO_ORPHANS("nothing is kept of an order that does not exist"),
  SETTLED("every order has come to an end"),
  OUTBOX("no event waits for longer than a minute"),
  DEAD_LETTERS("no dead letter is unexplained");

  private final String sentence;

  Invariant(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
