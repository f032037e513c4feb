package phoneseller.app.adapter.web;

/** No order has this id. */
final class UnknownOrder extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownOrder(long id) {
    super("There is no order " + id + ".");
  }
}
