package phoneseller.pay.adapter.provider;

import phoneseller.http.faults.FaultSwitch;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.PaymentProvider;

/**
 * A provider that, while its fault is switched on, does what it is asked and then tells it late, or
 * never: the hardest case for whoever asked.
 */
final class FaultyProvider implements PaymentProvider {

  private final PaymentProvider provider;
  private final FaultSwitch fault;

  FaultyProvider(PaymentProvider provider, FaultSwitch fault) {
    this.provider = provider;
    this.fault = fault;
  }

  @Override
  public Charging charge(OrderId order, Charge charge) {
    var done = provider.charge(order, charge);
    fault.pass();
    return done;
  }

  @Override
  public Refunding refund(Charge charge) {
    var done = provider.refund(charge);
    fault.pass();
    return done;
  }
}
