package phoneseller.reward.domain;

import java.util.Collection;

/** Where the shop is told of what was booked, in the transaction that booked it. */
public interface LedgerEvents {

  void publish(Collection<Booked> entries);
}
