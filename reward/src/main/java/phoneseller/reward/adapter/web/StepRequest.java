package phoneseller.reward.adapter.web;

import org.jspecify.annotations.Nullable;
import phoneseller.http.Unacceptable;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.OrderId;

/** What pay asks for an order; the points are of no account, for the ledger decides them. */
record StepRequest(
    @Nullable Long orderId,
    @Nullable Long point,
    @Nullable String process,
    @Nullable String customerId) {

  OrderId order() {
    if (orderId == null) {
      throw new Unacceptable("orderId", "is missing");
    }
    return new OrderId(orderId);
  }

  CustomerId customer() {
    return CustomerId.orGuest(customerId);
  }

  /** Whether points are to be taken; the alternative is to give them back. */
  boolean takes() {
    if ("PayCancelled".equals(process)) {
      return true;
    }
    if ("Payed".equals(process)) {
      return false;
    }
    throw new Unacceptable("process", "takes PayCancelled or Payed");
  }
}
