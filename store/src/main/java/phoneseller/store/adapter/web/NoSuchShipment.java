package phoneseller.store.adapter.web;

/** No dealer has a shipment under this id. */
final class NoSuchShipment extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoSuchShipment(long id) {
    super("There is no shipment " + id + ".");
  }
}
