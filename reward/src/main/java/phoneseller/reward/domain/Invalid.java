package phoneseller.reward.domain;

/** A value that the ledger does not accept. */
public final class Invalid extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final String field;
  private final String reason;

  Invalid(String field, String reason) {
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
