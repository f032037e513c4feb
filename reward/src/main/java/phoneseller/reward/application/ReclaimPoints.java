package phoneseller.reward.application;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.messaging.GroupCommit;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.OrderId;

/** Takes the points of an order back, once; the ledger decides how many. */
@Service
public class ReclaimPoints {

  private final TakeStep step;

  ReclaimPoints(TakeStep step) {
    this.step = step;
  }

  /**
   * Takes back what was granted.
   *
   * @param customer whose points they are, in case that the ledger does not know the order yet
   * @throws phoneseller.reward.domain.Refused when the points have been given back since
   */
  @Transactional(label = GroupCommit.LABEL)
  public Step reclaim(OrderId order, CustomerId customer, Instant now) {
    return step.take(order, points -> points.reclaim(customer, now));
  }
}
