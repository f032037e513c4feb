package phoneseller.benchmark.bare;

import java.util.List;

/** One statement with its values, none of them null. */
record Row(String sql, List<Object> values) {

  private static final String OUTBOX = "insert into outbox (order_id, event) values (?, ?)";

  static Row of(String sql, Object... values) {
    return new Row(sql, List.of(values));
  }

  static Row event(long order, String event) {
    return of(OUTBOX, order, event);
  }
}
