package phoneseller.app.adapter.web;

/** The catalogue has no phone with this id. */
final class UnknownPhone extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownPhone(long id) {
    super("There is no phone " + id + ".");
  }
}
