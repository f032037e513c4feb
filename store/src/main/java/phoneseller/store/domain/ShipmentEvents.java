package phoneseller.store.domain;

import java.time.Instant;
import java.util.List;

/** Where the store tells the shop what it did, in the transaction that did it. */
public interface ShipmentEvents {

  void publish(List<ParcelShipped> events, Instant at);
}
