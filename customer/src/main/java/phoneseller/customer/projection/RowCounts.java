package phoneseller.customer.projection;

/** How many orders, steps of their timelines and points entries there are. */
record RowCounts(long orders, long steps, long entries) {

  static final RowCounts NONE = new RowCounts(0, 0, 0);

  RowCounts plus(RowCounts more) {
    return new RowCounts(orders + more.orders, steps + more.steps, entries + more.entries);
  }

  RowCounts minus(RowCounts less) {
    return new RowCounts(orders - less.orders, steps - less.steps, entries - less.entries);
  }
}
