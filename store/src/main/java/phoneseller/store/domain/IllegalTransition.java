package phoneseller.store.domain;

/** A dealer's hand cannot do this to the shipment in the state it is in. */
public final class IllegalTransition extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final transient Shipment shipment;

  IllegalTransition(Shipment shipment, String action) {
    super("Order " + shipment.order() + " cannot " + action + " now.");
    this.shipment = shipment;
  }

  public Shipment shipment() {
    return shipment;
  }
}
