package phoneseller.http;

/** A parameter that can be read but not accepted; answered with 422. */
public final class Unacceptable extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final String field;
  private final String reason;

  public Unacceptable(String field, String reason) {
    super(field + " " + reason);
    this.field = field;
    this.reason = reason;
  }

  String field() {
    return field;
  }

  String reason() {
    return reason;
  }
}
