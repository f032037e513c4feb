package phoneseller.app.domain;

/** The points of an order as of an entry of the ledger. */
public record EarnedPoints(long points, long entry) {

  static final EarnedPoints NONE_FOR_GOOD = new EarnedPoints(0, Long.MAX_VALUE);
}
