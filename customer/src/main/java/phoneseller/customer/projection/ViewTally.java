package phoneseller.customer.projection;

/** How many orders the view has, how many of them wait for nothing more, and how many by status. */
record ViewTally(long orders, long complete, StatusCounts statuses) {

  static final ViewTally NOTHING = new ViewTally(0, 0, StatusCounts.NONE);

  static ViewTally of(OrderHistory history) {
    boolean complete = history.waitingSince() == null;
    return new ViewTally(1, complete ? 1 : 0, StatusCounts.one(history.status()));
  }

  ViewTally plus(ViewTally other) {
    return new ViewTally(
        orders + other.orders, complete + other.complete, statuses.plus(other.statuses));
  }

  ViewTally negated() {
    return new ViewTally(-orders, -complete, statuses.negated());
  }
}
