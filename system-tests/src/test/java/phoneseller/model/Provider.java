package phoneseller.model;

import phoneseller.model.World.Money;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.PaymentProvider.Charging;
import phoneseller.pay.domain.PaymentProvider.Refunding;
import phoneseller.reward.domain.Entry;

/** The provider as its port promises it: a key is charged once, undone once, and never after. */
record Provider(Setting setting) {

  Charging charge(World world, Charge charge) {
    if (setting.card() == Setting.Card.DECLINED) {
      return new Charging.Declined("The card is declined.");
    }
    var money = world.provider.get(charge.key());
    if (money == Money.REFUNDED || money == Money.VOID) {
      return new Charging.Declined("The charge is void.");
    }
    world.putMoney(charge.key(), Money.CHARGED);
    return new Charging.Approved();
  }

  Refunding refund(World world, Charge charge) {
    var money = world.provider.get(charge.key());
    if (money == Money.CHARGED && setting.card() == Setting.Card.NO_REFUND) {
      return new Refunding.RefusedForGood("never");
    }
    if (money == Money.CHARGED) {
      requireReclaimed(world);
    }
    boolean moved = money == Money.CHARGED || money == Money.REFUNDED;
    world.putMoney(charge.key(), moved ? Money.REFUNDED : Money.VOID);
    return new Refunding.Refunded();
  }

  private static void requireReclaimed(World world) {
    if (world.ledger.isEmpty() || world.ledger.getLast().entry().kind() != Entry.Kind.RECLAIM) {
      throw new AssertionError("refunded before the points are back");
    }
  }
}
