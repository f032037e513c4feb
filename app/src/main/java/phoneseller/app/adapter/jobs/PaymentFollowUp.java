package phoneseller.app.adapter.jobs;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import phoneseller.app.application.FollowUpPayments;

@Component
class PaymentFollowUp {

  private static final Logger log = LoggerFactory.getLogger(PaymentFollowUp.class);
  private final FollowUpPayments payments;
  private final Clock clock;

  PaymentFollowUp(FollowUpPayments payments, Clock clock) {
    this.payments = payments;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${app.follow-up.every:1s}")
  void run() {
    try {
      while (payments.followUp(clock.instant())) {}
      payments.forgetOldKeys(clock.instant());
    } catch (RuntimeException e) {
      log.warn("open payments are asked for later: {}", e.toString());
    }
  }
}
