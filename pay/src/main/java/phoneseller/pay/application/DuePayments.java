package phoneseller.pay.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.OrderId;

/** The payments that wait for somebody and are to be taken up, by whoever claims them first. */
public interface DuePayments {

  /** A payment to be taken up, and the correlation of what it goes back to. */
  record Due(OrderId order, String correlation, String traceparent) {}

  /**
   * Begins one more attempt of each that is due for this counterparty, the longest due first;
   * nobody else gets them until the lease ends.
   *
   * @return those that nobody else was faster with
   */
  List<Due> claim(Counterparty counterparty, Instant now, Duration lease, int most);

  long waiting(Counterparty counterparty);
}
