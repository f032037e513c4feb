package phoneseller.pay.domain;

import java.time.Instant;
import java.util.Collection;

/** Where events are left to be published when the caller's transaction has committed. */
public interface PaymentEvents {

  void publish(Collection<PaymentEvent> events, Instant at);
}
