package phoneseller.app.domain;

/** A phone's number in the catalogue. */
public record PhoneId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
