package phoneseller.store.domain;

/** A dealer's hand cannot ship this shipment in the state it is in. */
public final class NotReady extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final transient Shipment shipment;

  NotReady(Shipment shipment) {
    super("order " + shipment.order() + " is not ready to be shipped");
    this.shipment = shipment;
  }

  public Shipment shipment() {
    return shipment;
  }
}
