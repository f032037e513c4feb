package phoneseller.reward.application;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import phoneseller.messaging.GroupCommit;
import phoneseller.reward.domain.OrderId;

/** Gives back what a reclaim took, once, when the payment could not be undone after all. */
@Service
public class GivePointsBack {

  private final TakeStep step;

  GivePointsBack(TakeStep step) {
    this.step = step;
  }

  /**
   * Gives back exactly what was taken.
   *
   * @throws phoneseller.reward.domain.Refused when nothing was reclaimed
   */
  @Transactional(label = GroupCommit.LABEL)
  public Step giveBack(OrderId order, Instant now) {
    return step.take(order, points -> points.giveBack(now));
  }
}
