package phoneseller.pay.adapter.web;

import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.UnknownPayment;

/** Ids as they stand in addresses: one that no payment can have is the address of nothing. */
final class Ids {

  private Ids() {}

  static OrderId existing(long id) {
    if (id < 1) {
      throw new UnknownPayment(id);
    }
    return new OrderId(id);
  }
}
