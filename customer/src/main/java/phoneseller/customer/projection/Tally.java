package phoneseller.customer.projection;

/** How many orders and points entries there are, and the points of the entries together. */
record Tally(long orders, long entries, long points) {

  static final Tally NOTHING = new Tally(0, 0, 0);

  static Tally of(OrderHistory history) {
    var entries = history.points();
    long points = entries.stream().mapToLong(PointsEntry::point).sum();
    return new Tally(1, entries.size(), points);
  }

  Tally plus(Tally other) {
    return new Tally(orders + other.orders, entries + other.entries, points + other.points);
  }

  Tally negated() {
    return new Tally(-orders, -entries, -points);
  }
}
