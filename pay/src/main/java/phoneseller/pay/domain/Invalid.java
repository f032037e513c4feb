package phoneseller.pay.domain;

/** A value that the shop does not accept. */
public final class Invalid extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final String field;
  private final String reason;

  public Invalid(String field, String reason) {
    super(field + " " + reason);
    this.field = field;
    this.reason = reason;
  }

  public String field() {
    return field;
  }

  public String reason() {
    return reason;
  }
}
