package phoneseller.verify;

/** Nothing can be said of the shop: a part of it cannot be read. This is never a green. */
public final class CannotVerify extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CannotVerify(String message) {
    super(message);
  }

  CannotVerify(String message, Throwable cause) {
    super(message, cause);
  }
}
