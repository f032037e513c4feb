package phoneseller.contracts;

/** What every event on the wire must have; a record without it cannot be made. */
final class Wire {

  private Wire() {}

  static void check(String timestamp, long order) {
    if (timestamp == null || timestamp.length() != 14) {
      throw new IllegalArgumentException("timestamp is not yyyyMMddHHmmss: " + timestamp);
    }
    if (order < 1) {
      throw new IllegalArgumentException("not an order id: " + order);
    }
  }
}
