package phoneseller.app.domain;

import java.time.Instant;
import java.util.Collection;

/** Where events are left to be published when the caller's transaction has committed. */
public interface OrderEvents {

  void publish(Collection<OrderEvent> events, Instant at);
}
