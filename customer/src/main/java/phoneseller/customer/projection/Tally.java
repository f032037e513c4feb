package phoneseller.customer.projection;

/**
 * How many orders a customer has, in all and by status, how many points entries, and the points of
 * the entries together.
 */
record Tally(long orders, long entries, long points, StatusCounts statuses) {

  static final Tally NOTHING = new Tally(0, 0, 0, StatusCounts.NONE);

  static Tally of(OrderHistory history) {
    var entries = history.points();
    long points = entries.stream().mapToLong(PointsEntry::point).sum();
    return new Tally(1, entries.size(), points, StatusCounts.one(history.status()));
  }

  Tally plus(Tally other) {
    return new Tally(
        orders + other.orders,
        entries + other.entries,
        points + other.points,
        statuses.plus(other.statuses));
  }

  Tally negated() {
    return new Tally(-orders, -entries, -points, statuses.negated());
  }
}
