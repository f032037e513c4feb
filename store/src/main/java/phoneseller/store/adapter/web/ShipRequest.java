package phoneseller.store.adapter.web;

import org.jspecify.annotations.Nullable;
import phoneseller.http.Unacceptable;

/** A dealer's word that the parcel has left; {@code Shipped} is all they can say. */
record ShipRequest(@Nullable String process) {

  void check() {
    if (!"Shipped".equals(process)) {
      throw new Unacceptable("process", "takes Shipped");
    }
  }
}
