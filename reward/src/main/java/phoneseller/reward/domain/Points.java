package phoneseller.reward.domain;

/** A number of points, below zero where they are taken. */
public record Points(long value) {

  static final Points NONE = new Points(0);
  private static final long WON_A_POINT = 10;

  /** A tenth of the price, rounded down to whole points. */
  public static Points earnedBy(long priceInWon) {
    if (priceInWon < 0) {
      throw new Invalid("price", "is below 0");
    }
    return new Points(priceInWon / WON_A_POINT);
  }

  Points negated() {
    return new Points(-value);
  }
}
