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

  /** Those waiting for this counterparty, the longest due first. */
  List<Due> due(Counterparty counterparty, Instant now, int most);

  /**
   * Begins one more attempt; false when the payment is not due any more, as somebody else is at it.
   */
  boolean claim(OrderId order, Instant now, Duration lease);

  long waiting(Counterparty counterparty);
}
