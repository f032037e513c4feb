package phoneseller.pay.adapter.settlement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import phoneseller.pay.application.DuePayments;
import phoneseller.pay.application.Reachability;
import phoneseller.pay.application.RetrySchedule;
import phoneseller.pay.application.SettlePayment;
import phoneseller.pay.domain.Counterparty;

/** A lane for each counterparty, so that a silent provider keeps no refund from its points. */
@Configuration
class SettlementConfiguration {

  @Bean
  RetrySchedule retrySchedule(SettlementSettings settings) {
    return new RetrySchedule(
        settings.lease(), settings.firstPause(), settings.longestPause(), new Random());
  }

  @Bean
  SettlementLoop settlementLoop(
      Reachability reward,
      DuePayments payments,
      SettlePayment settle,
      Clock clock,
      SettlementSettings settings) {
    return new SettlementLoop(
        List.of(
            new SettlementLane(
                Counterparty.PROVIDER, () -> true, payments, settle::settle, clock, settings),
            new SettlementLane(
                Counterparty.REWARD, reward, payments, settle::settle, clock, settings)));
  }

  @Bean
  MeterBinder settlementMetrics(ObjectProvider<DuePayments> payments) {
    return registry -> {
      for (var counterparty : Counterparty.values()) {
        Gauge.builder(
                "payments.waiting", payments, found -> found.getObject().waiting(counterparty))
            .description("Payments that wait for this counterparty's answer")
            .tag("for", counterparty.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
    };
  }
}
