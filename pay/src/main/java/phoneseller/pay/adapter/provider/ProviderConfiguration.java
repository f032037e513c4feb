package phoneseller.pay.adapter.provider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import phoneseller.pay.domain.PaymentProvider;

@Configuration
class ProviderConfiguration {

  @Bean
  PaymentProvider paymentProvider(ProviderSettings settings) {
    return new TimeLimitedProvider(
        new SandboxProvider(settings.sandbox().lateAfter()), settings.timeLimit());
  }
}
