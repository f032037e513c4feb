package phoneseller.app.domain;

/** Counts from 1; every service knows the order by it. */
public record OrderId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
